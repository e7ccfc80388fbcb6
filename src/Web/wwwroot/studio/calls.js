/**
 * Stands between Studio and the API: every call of Studio passes through window.fetch. Its own callbacks for saving and publishing do not
 * fire in this version, and it ends with an error bar on answers that mean no error to us.
 */
import { bearable, refusal } from "./answers.js";
import { pages } from "./pages.js";
import { askReason } from "./reasons.js";

const api = "/elsa/api/";
const nameCheck = "workflow-definitions/validation/is-name-unique";

/** Acts that end or remove what runs: each needs a reason, which the audit keeps. */
const grave = [
    { method: "POST", path: /^cancel\/workflow-instances\/[^/]+$/, title: "取消流程实例" },
    { method: "POST", path: /^bulk-actions\/cancel\/workflow-instances$/, title: "取消所选的流程实例" },
    { method: "DELETE", path: /^workflow-instances\/[^/]+$/, title: "删除流程实例" },
    { method: "POST", path: /^bulk-actions\/delete\/workflow-instances\/by-id$/, title: "删除所选的流程实例" },
];

/** Reads that are sent as POST. */
const reading = [/^workflow-instances$/, /\/journal$/, /^activity-executions\//, /^scripting\//, /\/options\//, /^tests\//];

/**
 * Puts itself in the place of window.fetch.
 * @param {import("./saves.js").Saves} saves
 */
export function watchCalls(saves) {
    const send = window.fetch.bind(window);
    window.fetch = (input, init) => {
        const call = describe(input, init);
        return call ? pass(call, send, saves) : send(input, init);
    };
}

/** @returns {{path: string, method: string, init: RequestInit, address: string} | null} null where it is no call of the API */
function describe(input, init = {}) {
    const address = new URL(typeof input === "string" ? input : input.url ?? input.href, location.href);
    if (address.origin !== location.origin || !address.pathname.startsWith(api) || input instanceof Request) return null;
    return { path: address.pathname.slice(api.length), method: (init.method ?? "GET").toUpperCase(), init, address: address.href };
}

async function pass(call, send, saves) {
    if (call.method === "POST" && call.path === "workflow-definitions") return saves.save(call.address, call.init);
    const act = grave.find(({ method, path }) => method === call.method && path.test(call.path));
    if (act) {
        const reason = await askReason(act.title);
        if (reason === null) return refusal("已放弃，没有作任何改动。", "GIVEN-UP");
        call.init = withHeader(call.init, "x-bpm-reason", encodeURIComponent(reason));
    }

    if (/\/options\//.test(call.path)) return options(call, send);
    if (call.path === nameCheck) return checkName(call, send);
    const changes = call.method !== "GET" && !reading.some(path => path.test(call.path));
    const answer = await reach(call, send, changes);
    if (answer.status === 401) return leave();
    saves.remember(call.path, answer);
    return changes ? bearable(answer) : answer;
}

/** A look ahead before a changed name is saved. Where it cannot be had the save must come all the same, so that it is kept. */
async function checkName(call, send) {
    try {
        const answer = await send(call.address, call.init);
        if (answer.ok) return answer;
    } catch (fault) {
        if (call.init.signal?.aborted) throw fault;
    }

    return Response.json({ isUnique: true });
}

/** Studio asks for the choices of one input a dozen times when an activity is selected; one answer does for all of them. */
const asked = new Map();
const freshFor = 3_000;

async function options(call, send) {
    const body = typeof call.init.body === "string" ? call.init.body : new TextDecoder().decode(call.init.body);
    const question = call.path + body;
    if (!asked.has(question)) {
        asked.set(question, send(call.address, { ...call.init, signal: undefined }));
        setTimeout(() => asked.delete(question), freshFor);
    }

    const answer = await asked.get(question);
    return answer.status === 401 ? leave() : answer.clone();
}

async function reach(call, send, changes) {
    try {
        return await send(call.address, call.init);
    } catch (fault) {
        if (!changes || call.init.signal?.aborted) throw fault;
        return refusal("网络不通，本次操作没有完成，请在网络恢复后重试。", "NETWORK");
    }
}

/** Goes to the sign-in page. What waits for the answer waits until the page is gone. */
export function leave() {
    location.assign(pages.signIn());
    return new Promise(() => {});
}

/**
 * The options of a call with one more header.
 * @param {RequestInit} init
 */
export function withHeader(init, name, value) {
    const headers = new Headers(init.headers);
    headers.set(name, value);
    return { ...init, headers };
}
