/**
 * The drawing that could not be saved yet, of one person and one definition. It stays in this browser tab, also over a reload and the
 * sign-in page, and is shown to nobody else who signs in here.
 * @typedef {{body: string, revision: string|null}} Kept body of the save, and the revision that the drawing began from
 */

const key = (user, definitionId) => `bpm.kept:${user}:${definitionId}`;

/**
 * Keeps a drawing in the place of an earlier one.
 * @param {Kept} kept
 * @returns {boolean} false where the browser has no room for it
 */
export function keep(user, definitionId, kept) {
    try {
        sessionStorage.setItem(key(user, definitionId), JSON.stringify(kept));
        return true;
    } catch {
        return false;
    }
}

/** @returns {Kept|null} */
export function kept(user, definitionId) {
    const text = sessionStorage.getItem(key(user, definitionId));
    return text === null ? null : JSON.parse(text);
}

/** Forgets a drawing. */
export function forget(user, definitionId) {
    sessionStorage.removeItem(key(user, definitionId));
}

/** Gives the drawing to the person as a file, as an import takes it. */
export function download(body) {
    const { model } = JSON.parse(body);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(model, null, 2)], { type: "application/json" }));
    link.download = `${model.name || model.definitionId}-未保存.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
