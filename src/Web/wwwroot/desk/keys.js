// Keys of the desk: j and k or the arrows choose a row, Enter opens it, c claims it, / goes to the search, ? shows the keys.
// Never while somebody types, and never while an input method is composing.

const desk = () => document.querySelector("[data-desk]");
const rows = () => [...document.querySelectorAll("[data-desk-row]")];
const chosen = () => document.querySelector("[data-desk-row][data-chosen]");
const typing = element => element?.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable], dialog, summary");

function choose(step) {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(chosen());
    const next = all[Math.min(Math.max(at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step, 0), all.length - 1)];
    for (const row of all) delete row.dataset.chosen;
    next.dataset.chosen = "true";
    next.scrollIntoView({ block: "nearest" });
    // The focus goes along: what is chosen is read out, and Enter opens it without any script.
    (next.querySelector("[data-desk-open]") ?? next.querySelector("a"))?.focus({ preventScroll: true });
}

document.addEventListener("keydown", event => {
    if (!desk() || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const row = chosen();
    switch (event.key) {
        case "j": case "ArrowDown": choose(1); break;
        case "k": case "ArrowUp": choose(-1); break;
        case "Enter":
            if (!row || event.target.closest?.("a, button")) return;
            row.querySelector("[data-desk-open]")?.click();
            break;
        case "c":
            if (!row?.querySelector("[data-desk-claim]")) return;
            row.querySelector("[data-desk-claim]").click();
            break;
        case "/": document.querySelector("[data-desk-search]")?.focus(); break;
        case "?": {
            const keys = document.querySelector("[data-desk-keys]");
            keys.open = !keys.open;
            if (keys.open) keys.querySelector("summary").focus();
            break;
        }
        default: return;
    }
    event.preventDefault();
});

// What is reached with the Tab key or a press is the chosen row too.
document.addEventListener("focusin", event => {
    const row = event.target.closest?.("[data-desk-row]");
    if (!row || row.dataset.chosen) return;
    for (const other of rows()) delete other.dataset.chosen;
    row.dataset.chosen = "true";
});
