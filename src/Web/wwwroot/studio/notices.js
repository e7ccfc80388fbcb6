/** The messages between the frame's menu and the page: at most one of a kind, there until it is settled. */

const place = document.getElementById("bpm-notices");

/**
 * Shows a message in the place of an earlier one of the same name.
 * @param {string} name
 * @param {{text: string, tone: "ok"|"info"|"warn"|"bad", actions?: {name: string, run: () => void, primary?: boolean}[]}} message
 */
export function show(name, { text, tone, actions = [] }) {
    const shown = find(name);
    if (shown?.dataset.text === text) return;
    const notice = document.createElement("div");
    notice.className = `bpm-notice bpm-notice--${tone}`;
    notice.dataset.name = name;
    notice.dataset.text = text;
    notice.setAttribute("role", tone === "ok" || tone === "info" ? "status" : "alert");
    const words = document.createElement("p");
    words.textContent = text;
    notice.append(words);
    if (actions.length > 0) notice.append(buttons(actions));
    shown?.remove();
    place.append(notice);
}

/** Takes a message away. */
export function clear(name) {
    find(name)?.remove();
}

function find(name) {
    return place.querySelector(`[data-name="${name}"]`);
}

function buttons(actions) {
    const row = document.createElement("div");
    row.className = "bpm-notice-actions";
    for (const { name, run, primary } of actions) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = primary ? "bpm-button bpm-button--small bpm-button--primary" : "bpm-button bpm-button--small";
        button.textContent = name;
        button.addEventListener("click", run);
        row.append(button);
    }

    return row;
}
