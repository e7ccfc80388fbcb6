/** Asks for the reason of a grave act. */

const longest = 200;

/**
 * Opens a dialog and waits for the answer.
 * @param {string} title the act
 * @returns {Promise<string|null>} the reason, or null where the act was given up
 */
export function askReason(title) {
    const dialog = build(title);
    document.body.append(dialog);
    const [form, input] = [dialog.querySelector("form"), dialog.querySelector("textarea")];
    return new Promise(resolve => {
        let reason = null;
        form.addEventListener("submit", event => {
            event.preventDefault();
            reason = input.value.trim();
            if (reason.length > 0) dialog.close();
            else input.setAttribute("aria-invalid", "true");
        });
        dialog.querySelector("[data-give-up]").addEventListener("click", () => dialog.close());
        dialog.addEventListener("close", () => {
            dialog.remove();
            resolve(reason || null);
        });
        dialog.showModal();
    });
}

function build(title) {
    const dialog = document.createElement("dialog");
    dialog.className = "bpm-dialog";
    dialog.setAttribute("aria-labelledby", "bpm-reason-title");
    dialog.innerHTML = `
        <h2 id="bpm-reason-title"></h2>
        <form class="bpm-form">
            <div class="bpm-field">
                <label for="bpm-reason">原因（必填，记入审计日志）</label>
                <textarea id="bpm-reason" required maxlength="${longest}" aria-describedby="bpm-reason-hint"></textarea>
                <p class="bpm-field-hint" id="bpm-reason-hint">请写明为什么这样处理，不要写客户的姓名、电话和地址。不超过 ${longest} 字。</p>
            </div>
            <div class="bpm-form-actions">
                <button class="bpm-button bpm-button--primary" type="submit">确定</button>
                <button class="bpm-button" type="button" data-give-up>放弃</button>
            </div>
        </form>`;
    dialog.querySelector("h2").textContent = title;
    return dialog;
}
