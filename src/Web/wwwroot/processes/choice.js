// Lists of checkboxes: choose all or none, and say how many are chosen. Without it every box still works by itself.
for (const box of document.querySelectorAll("[data-choice]")) {
    const rows = [...box.querySelectorAll("tbody input[type=checkbox]")];
    const head = box.querySelector("[data-choice-all]");
    if (!head || rows.length === 0) continue;
    const all = document.createElement("input");
    all.type = "checkbox";
    all.setAttribute("aria-label", "全选");
    head.prepend(all);
    const count = box.querySelector("[data-choice-count]");
    const tell = () => {
        const chosen = rows.filter(row => row.checked).length;
        all.checked = chosen === rows.length;
        all.indeterminate = chosen > 0 && chosen < rows.length;
        if (count) count.textContent = `已选 ${chosen} 件。`;
    };
    all.addEventListener("change", () => {
        for (const row of rows) row.checked = all.checked;
        tell();
    });
    box.addEventListener("change", tell);
    tell();
}
