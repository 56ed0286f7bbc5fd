/**
 * Runs commands one after the other (SRV-2): each sees the state the one before has left. A failing command fails
 * for its caller only.
 */
export class CommandQueue {
  #tail: Promise<unknown> = Promise.resolve();
  #closed = false;

  run<T>(command: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the server is stopping and takes no new work'));
    const result = this.#tail.then(command);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  /** Takes no new commands; resolves when those taken are finished. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#tail;
  }

  /** Resolves when everything taken so far is finished. */
  async idle(): Promise<void> {
    await this.#tail;
  }
}
