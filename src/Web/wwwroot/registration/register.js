// The registration page adapts to category and channel, looks for the customer's history, previews files and is sent with Ctrl+Enter.
// Without it every field is there, and the history has a button.

const form = () => document.querySelector("form[data-register]");

function adapt(page = form()) {
    if (!page) return;
    const option = page.elements.category.selectedOptions[0];
    const category = option?.value ?? "";
    for (const box of page.querySelectorAll("fieldset[data-category]")) box.hidden = box.dataset.category !== category;
    const kinds = (option?.dataset.kinds ?? "").split(" ").filter(Boolean);
    const kind = page.elements.kind;
    for (const choice of kind.options) choice.hidden = choice.disabled = choice.value !== "" && kinds.length > 0 && !kinds.includes(choice.value);
    if (kind.selectedOptions[0]?.disabled) kind.value = "";
    kind.closest(".bpm-field").hidden = kinds.length === 1;
    if (option?.dataset.required !== undefined) {
        const required = option.dataset.required.split(" ");
        for (const mark of page.querySelectorAll("[data-required-mark]")) mark.textContent = required.includes(mark.dataset.requiredMark) ? " *" : "";
    }
    const channel = page.querySelector("input[name=channel]:checked")?.value;
    for (const text of page.querySelectorAll("[data-channel]")) text.hidden = text.dataset.channel !== channel;
}

let waiting;
let asked = "";
function lookUp(page) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
        const typed = [...page.querySelectorAll("[data-lookup]")].map(field => field.value.trim());
        const key = JSON.stringify([...typed, page.elements.category.value]);
        if (key === asked || typed.every(value => value.length < 3)) return;
        asked = key;
        page.querySelector("[data-history]")?.dispatchEvent(new Event("lookup"));
    }, 350);
}

document.addEventListener("input", event => {
    if (event.target.matches?.("[data-lookup]") && !event.isComposing) lookUp(event.target.form);
});
document.addEventListener("compositionend", event => {
    if (event.target.matches?.("[data-lookup]")) lookUp(event.target.form);
});
document.addEventListener("change", event => {
    const page = event.target.form;
    if (!page?.matches("[data-register]")) return;
    adapt(page);
    if (event.target.name === "category") lookUp(page);
});
document.addEventListener("draft-restored", event => {
    if (event.target.matches("[data-register]")) {
        adapt(event.target);
        lookUp(event.target);
    }
});
document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const page = event.target.form;
    const button = page?.querySelector("[data-submit]");
    if (button) {
        event.preventDefault();
        // A press, not requestSubmit: htmx knows the button of a form by its press.
        button.click();
    }
});

// Enter in one line of the form must not press the button of the history.
document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.target.matches?.("form[data-register] input:not([type=checkbox],[type=radio],[type=file])")) {
        event.preventDefault();
        const fields = [...event.target.form.querySelectorAll("input:not([type=hidden]), select, textarea, button")].filter(field => field.offsetParent !== null);
        fields[fields.indexOf(event.target) + 1]?.focus();
    }
});

document.addEventListener("change", event => {
    const box = event.target.dataset?.preview && document.getElementById(event.target.dataset.preview);
    if (!box) return;
    box.replaceChildren();
    for (const file of event.target.files) {
        const item = document.createElement("figure");
        const caption = document.createElement("figcaption");
        caption.textContent = `${file.name}（${Math.max(1, Math.round(file.size / 1024))} KB）`;
        if (file.type.startsWith("image/")) {
            const image = document.createElement("img");
            image.alt = "";
            const reader = new FileReader();
            reader.addEventListener("load", () => { image.src = reader.result; });
            reader.readAsDataURL(file);
            item.append(image);
        }
        item.append(caption);
        box.append(item);
    }
});

document.addEventListener("htmx:afterSettle", () => adapt());
adapt();
