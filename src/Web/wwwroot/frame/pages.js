// What every staff page does beyond plain links and forms. Without it all of them work.

const content = () => document.getElementById("content");
const notices = () => document.getElementById("bpm-notices");

// Says something once, where screen readers hear it.
export function say(text, tone = "bad") {
    const notice = document.createElement("p");
    notice.className = `bpm-notice bpm-notice--${tone}`;
    notice.textContent = text;
    notices()?.replaceChildren(notice);
}

const chinese = document.documentElement.lang !== "en";
const words = chinese
    ? { offline: "网络中断，内容没有送出；已填写的内容保留在本页，恢复后请再提交一次。", failed: "系统出错，本次操作没有保存。请稍后再试。" }
    : { offline: "The network is down; nothing was sent. What you typed stays here: send it again later.", failed: "Something went wrong and nothing was saved. Please try again." };

document.addEventListener("htmx:sendError", () => say(words.offline));
document.addEventListener("htmx:responseError", event => {
    if (event.detail.xhr.status !== 401) say(words.failed);
});

// A new page begins at its top, for eyes and for screen readers; a refused form begins at what was refused.
document.addEventListener("htmx:afterSettle", event => {
    if (event.detail.target?.id !== "content" && event.detail.elt?.id !== "content") return;
    const refused = content()?.querySelector("[role=alert]");
    if (refused) {
        refused.tabIndex = -1;
        refused.focus();
        refused.scrollIntoView({ block: "nearest" });
    } else {
        content()?.focus({ preventScroll: true });
        if (!location.hash) window.scrollTo(0, 0);
    }
});

// One sending at a time: a second press while the first is under way does nothing.
document.addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sending) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
    }
    form.dataset.sending = "true";
}, true);
const rest = form => { if (form) delete form.dataset.sending; };
document.addEventListener("htmx:afterRequest", event => rest(event.target.closest?.("form")));
document.addEventListener("htmx:sendError", event => rest(event.target.closest?.("form")));
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(rest));

// Menus close when something else is pressed, or Escape.
document.addEventListener("click", event => {
    for (const menu of document.querySelectorAll("details.bpm-menu[open]"))
        if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.bpm-menu[open]")) {
        menu.open = false;
        menu.querySelector("summary").focus();
    }
});
