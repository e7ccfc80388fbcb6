/** Saving a drawing so that no edit is lost: not to an ended session, not to a broken network, not to somebody else's save. */
import { bearable, problemOf, refusal } from "./answers.js";
import { leave, withHeader } from "./calls.js";
import { download, forget, keep, kept } from "./kept.js";
import { clear, show } from "./notices.js";

const address = "/elsa/api/workflow-definitions";
const revisionHeader = "x-bpm-revision";
const firstPause = 3_000;
const longestPause = 30_000;

const texts = {
    waiting: "网络不通或服务器没有响应，刚才的修改还没有存到服务器。修改保留在本窗口中，恢复后自动补存；请不要关闭本窗口。",
    full: "刚才的修改没有存到服务器，浏览器也没有空间保留它。请立即下载您的流程图，稍后再导入。",
    sent: "已恢复，刚才保留的修改已经存为草稿。",
    broughtBack: "您上次没有存上的修改已经存为草稿。",
    refused: "您上次没有存上的修改这次没有被接受：",
};

export class Saves {
    #user;
    #send;
    #revisions = new Map();
    #turn = Promise.resolve();
    #timer = 0;
    #pause = firstPause;

    /**
     * @param {string} user who is signed in
     * @param {typeof fetch} send the browser's own fetch
     */
    constructor(user, send) {
        this.#user = user;
        this.#send = send;
    }

    /** Notes the revision that an answer tells of a definition. */
    remember(path, answer) {
        const revision = answer.headers.get(revisionHeader);
        const definition = /^workflow-definitions\/(?:by-definition-id\/)?([^/]+)/.exec(path);
        if (revision && definition && answer.ok) this.#revisions.set(decodeURIComponent(definition[1]), revision);
    }

    /** Sends a save of Studio's; saves go one after the other, so that nobody's save meets their own earlier one. */
    save(to, init) {
        const body = typeof init.body === "string" ? init.body : new TextDecoder().decode(init.body);
        const answer = this.#turn.then(() => this.#save(to, init, body));
        this.#turn = answer.catch(() => {});
        return answer;
    }

    /** Sends what was kept of a definition, before Studio loads it. */
    async bringBack(definitionId) {
        const drawing = kept(this.#user, definitionId);
        if (drawing === null) return;
        if (drawing.revision) this.#revisions.set(definitionId, drawing.revision);
        await this.#sendKept(definitionId, texts.broughtBack);
    }

    async #save(to, init, body) {
        const definitionId = JSON.parse(body).model?.definitionId;
        if (!definitionId) return this.#create(to, init);
        let answer;
        try {
            answer = await this.#send(to, this.#stamped(definitionId, init));
        } catch (fault) {
            if (init.signal?.aborted) throw fault;
            return this.#wait(definitionId, body);
        }

        if (answer.ok) {
            this.#settle(definitionId, answer);
            return answer;
        }

        if (answer.status === 401) {
            this.#keep(definitionId, body);
            return leave();
        }

        if (answer.status >= 500) return this.#wait(definitionId, body);
        const problem = await problemOf(answer);
        if (problem.code === "DEFINITION-CHANGED") this.#contest(definitionId, body, problem.detail);
        return bearable(answer);
    }

    async #create(to, init) {
        try {
            const answer = await this.#send(to, init);
            return answer.status === 401 ? leave() : await bearable(answer);
        } catch {
            return refusal("网络不通，流程没有建立，请在网络恢复后重试。", "NETWORK");
        }
    }

    #stamped(definitionId, init) {
        const revision = this.#revisions.get(definitionId);
        return revision ? withHeader(init, revisionHeader, revision) : init;
    }

    #settle(definitionId, answer) {
        this.remember("workflow-definitions/" + encodeURIComponent(definitionId), answer);
        forget(this.#user, definitionId);
        clearTimeout(this.#timer);
        window.onbeforeunload = null;
        this.#pause = firstPause;
        clear("save");
    }

    /** Keeps a drawing as a draft: a publication that failed is for the person to repeat. */
    #keep(definitionId, body) {
        const draft = JSON.stringify({ ...JSON.parse(body), publish: false });
        return keep(this.#user, definitionId, { body: draft, revision: this.#revisions.get(definitionId) ?? null });
    }

    #wait(definitionId, body) {
        const isKept = this.#keep(definitionId, body);
        show("save", {
            text: isKept ? texts.waiting : texts.full,
            tone: "warn",
            actions: [{ name: "下载我的图", run: () => download(body) }],
        });
        window.onbeforeunload = event => event.preventDefault();
        if (isKept) this.#retryLater(definitionId);
        return refusal(isKept ? texts.waiting : texts.full, "NETWORK");
    }

    #retryLater(definitionId) {
        clearTimeout(this.#timer);
        const again = () => {
            this.#turn = this.#turn.then(() => this.#sendKept(definitionId, texts.sent)).catch(() => {});
        };
        this.#timer = setTimeout(again, this.#pause);
        this.#pause = Math.min(this.#pause * 2, longestPause);
        window.addEventListener("online", again, { once: true });
    }

    async #sendKept(definitionId, success) {
        const drawing = kept(this.#user, definitionId);
        if (drawing === null) return;
        const init = { method: "POST", body: drawing.body, headers: { "content-type": "application/json" } };
        let answer;
        try {
            answer = await this.#send(address, this.#stamped(definitionId, init));
        } catch {
            this.#wait(definitionId, drawing.body);
            return;
        }

        if (answer.ok) {
            this.#settle(definitionId, answer);
            show("save", { text: success, tone: "ok" });
        } else if (answer.status === 401) {
            await leave();
        } else if (answer.status >= 500) {
            this.#wait(definitionId, drawing.body);
        } else {
            await this.#refused(definitionId, drawing.body, answer);
        }
    }

    async #refused(definitionId, body, answer) {
        const problem = await problemOf(answer);
        if (problem.code === "DEFINITION-CHANGED") {
            this.#contest(definitionId, body, problem.detail);
            return;
        }

        show("save", {
            text: texts.refused + (problem.detail ?? "请下载后检查。"),
            tone: "bad",
            actions: [
                { name: "下载我的图", run: () => download(body) },
                { name: "放弃我的修改", run: () => this.#give(definitionId) },
            ],
        });
    }

    /** Somebody else has saved since this drawing began: the person decides, and until then the drawing stays. */
    #contest(definitionId, body, detail) {
        this.#keep(definitionId, body);
        show("save", {
            text: (detail ?? "此流程已被他人修改。") + " 您的修改还没有保存，保留在本窗口中。",
            tone: "warn",
            actions: [
                { name: "以我的为准再保存", run: () => this.#insist(definitionId), primary: true },
                { name: "下载我的图", run: () => download(kept(this.#user, definitionId)?.body ?? body) },
                { name: "载入对方的", run: () => this.#give(definitionId) },
            ],
        });
    }

    async #insist(definitionId) {
        // Without a revision the last save wins.
        this.#revisions.delete(definitionId);
        await this.#sendKept(definitionId, "已按您的图保存为草稿，对方的修改已被替换；如需找回，请与对方联系。");
    }

    #give(definitionId) {
        forget(this.#user, definitionId);
        window.onbeforeunload = null;
        location.reload();
    }
}
