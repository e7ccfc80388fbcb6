// Keeps what is typed into a form with data-draft until it was sent: a lost connection, an ended session or a press on "back" costs nothing.
// Only in this tab and until it is closed: forms hold customers' data. Passwords and files are never kept.

const prefix = "bpm.draft:";
const keyOf = form => `${prefix}${document.body.dataset.user ?? ""}:${form.dataset.draft}`;
const kept = field => field.name && !field.name.startsWith("_") && !["hidden", "password", "file", "submit", "button"].includes(field.type);

function save(form) {
    const values = [];
    for (const field of form.elements) {
        if (!kept(field)) continue;
        if (field.type === "checkbox" || field.type === "radio") values.push([field.name, field.value, field.checked]);
        else values.push([field.name, field.value]);
    }
    sessionStorage.setItem(keyOf(form), JSON.stringify(values));
}

function restore(form) {
    if (form.dataset.restored) return;
    form.dataset.restored = "true";
    const draft = sessionStorage.getItem(keyOf(form));
    if (!draft) return;
    const counts = new Map();
    for (const [name, value, checked] of JSON.parse(draft)) {
        const named = [...form.elements].filter(field => field.name === name && kept(field));
        if (checked !== undefined) {
            const tick = named.find(field => field.value === value);
            if (tick) tick.checked = checked;
            continue;
        }
        const index = counts.get(name) ?? 0;
        counts.set(name, index + 1);
        const field = named[index];
        // What the server wrote after a refusal is newer than the draft.
        if (field && !form.querySelector("[role=alert]")) field.value = value;
    }
    form.dispatchEvent(new Event("draft-restored", { bubbles: true }));
}

const restoreAll = () => document.querySelectorAll("form[data-draft]").forEach(restore);

let waiting;
document.addEventListener("input", event => {
    const form = event.target.closest?.("form[data-draft]");
    if (!form || event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => save(form), 200);
});
document.addEventListener("compositionend", event => {
    const form = event.target.closest?.("form[data-draft]");
    if (form) save(form);
});
document.addEventListener("submit", event => {
    const form = event.target.closest("form[data-draft]");
    if (!form) return;
    // A swift answer comes before the last keystroke was kept: kept later, it would bring back what was sent.
    clearTimeout(waiting);
    save(form);
}, true);
// A page says which drafts are done with by an element with data-draft-done.
const forget = () => document.querySelectorAll("[data-draft-done]").forEach(done => {
    sessionStorage.removeItem(`${prefix}${document.body.dataset.user ?? ""}:${done.dataset.draftDone}`);
});
document.addEventListener("htmx:afterSwap", forget);
document.addEventListener("htmx:afterSettle", () => { forget(); restoreAll(); });
forget();
restoreAll();
