/**
 * Puts Chinese words in the place of Studio's English ones. Studio's own translations are no part of the package. What people wrote
 * themselves stays as it is: names on the canvas, cells of names, text fields, code.
 */

const untouched = ".monaco-editor, textarea, script, style, [contenteditable], elsa-activity-wrapper, .x6-graph, [data-own-words]";
const attributes = ["placeholder", "title", "aria-label", "data-label"];
const { words, patterns } = await load();

/**
 * Translates a part of the page now and whenever it changes.
 * @param {Element} root
 */
export function translate(root) {
    walk(root);
    new MutationObserver(changes => changes.forEach(follow)).observe(root, {
        subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
    });
}

async function load() {
    const answer = await fetch("/studio/words.zh-CN.json");
    const { words: known, patterns: rules } = await answer.json();
    return { words: new Map(Object.entries(known)), patterns: rules.map(([pattern, text]) => [new RegExp(`^${pattern}$`), text]) };
}

function follow(change) {
    if (change.type === "attributes") attribute(change.target, change.attributeName);
    else if (change.type === "characterData") text(change.target);
    else change.addedNodes.forEach(walk);
}

function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) text(node);
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(untouched)) return;
    attributes.forEach(name => attribute(node, name));
    node.childNodes.forEach(walk);
}

function text(node) {
    const before = node.data;
    const after = chinese(before.trim());
    if (after === null || !node.parentElement || node.parentElement.closest(untouched)) return;
    node.data = before.replace(before.trim(), () => after);
}

function attribute(element, name) {
    const after = chinese(element.getAttribute(name)?.trim() ?? "");
    if (after !== null && !element.closest(untouched)) element.setAttribute(name, after);
}

/** @returns {string|null} null where the words are not known */
function chinese(english) {
    if (english.length === 0 || english.length > 300) return null;
    const word = words.get(english);
    if (word !== undefined) return word;
    for (const [pattern, replacement] of patterns) {
        if (pattern.test(english)) return english.replace(pattern, replacement);
    }

    return null;
}
