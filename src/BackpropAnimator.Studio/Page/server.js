// Talks with the studio's server. What goes wrong comes back as an error with the server's own words.

/** A request failed; `status` is 0 where the studio does not answer at all. */
export class ServerError extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

export async function getJson(path, signal) {
  return (await ask(path, { signal })).json();
}

/** The same, or null where the server refuses or the request was given up: that the scene has changed since is told by itself. */
export async function getJsonIfThere(path, signal) {
  try {
    return await getJson(path, signal);
  } catch (error) {
    if (error instanceof ServerError || error.name === 'AbortError') return null;
    throw error;
  }
}

export async function getBlob(path, signal) {
  return (await ask(path, { signal })).blob();
}

export async function postJson(path, body = {}) {
  return (await ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })).json();
}

export async function remove(path) {
  await ask(path, { method: 'DELETE' });
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ServerError(0, 'The studio does not answer: start it again, and open the address that it prints.');
  }
  if (answer.ok) return answer;
  throw new ServerError(answer.status, (await answer.text()).trim());
}
