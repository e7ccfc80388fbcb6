/** Answers of the API as Studio can bear them. It shows the texts of a 400; any other refusal ends it with an error bar. */

/**
 * A refusal with a text that Studio shows.
 * @param {string} text Chinese, says what to do
 * @param {string} [code] stable code of the refusal
 */
export function refusal(text, code = "REFUSED") {
    const body = { status: 400, code, detail: text, errors: { [code]: [text] } };
    return new Response(JSON.stringify(body), { status: 400, headers: { "content-type": "application/problem+json" } });
}

/**
 * The problem document of an answer; an empty object where it has none. The answer can still be read afterwards.
 * @param {Response} answer
 * @returns {Promise<{code?: string, detail?: string, errors?: Object<string, string[]>}>}
 */
export async function problemOf(answer) {
    try {
        return await answer.clone().json() ?? {};
    } catch {
        return {};
    }
}

/**
 * The answer to a change as Studio can bear it: what is refused comes as a 400.
 * @param {Response} answer
 */
export async function bearable(answer) {
    if (answer.ok || answer.status === 400) return answer;
    const problem = await problemOf(answer);
    const text = problem.detail ?? (answer.status >= 500 ? "服务器暂时没有响应，本次操作没有完成，请稍后重试。" : "本次操作没有被接受，请刷新页面后重试。");
    return refusal(text, problem.code);
}
