import type { Disposable } from '#shared/disposable.ts';
import { disposable } from '#shared/disposable.ts';
import type { CommandStep, StepContext, StepPlace } from '#shared/plugin-api/background.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Log } from '../desk/log.ts';

/** How long one step may take before it is skipped and reported (PLG-5), in milliseconds. */
export const STEP_TIME = 2_000;

type Outcome =
  | { readonly kind: 'answer'; readonly answer: Result<unknown> }
  | { readonly kind: 'fault'; readonly why: string };

function timeOut(ms: number): { readonly promise: Promise<Outcome>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'fault', why: `took longer than ${ms} ms` }), ms);
  });
  return { promise, cancel: () => clearTimeout(timer) };
}

async function runStep(step: CommandStep, params: unknown, context: StepContext): Promise<Outcome> {
  try {
    return { kind: 'answer', answer: await step.run(params, context) };
  } catch (error) {
    return { kind: 'fault', why: error instanceof Error ? error.message : String(error) };
  }
}

/** The named steps of one command, in order; the last one is the host's and does the work. */
export class CommandChain {
  readonly #command: string;
  readonly #log: Log;
  readonly #stepTime: number;
  readonly #steps: CommandStep[] = [];

  constructor(command: string, log: Log, stepTime = STEP_TIME) {
    this.#command = command;
    this.#log = log;
    this.#stepTime = stepTime;
  }

  get steps(): readonly string[] {
    return this.#steps.map((step) => step.id);
  }

  /** Throws when a step of that name is there already, or the named neighbour is not. */
  insert(step: CommandStep, place: StepPlace): Disposable {
    if (this.#steps.some((s) => s.id === step.id)) {
      throw new Error(`Command ${this.#command} has a step "${step.id}" already; give the new one another name.`);
    }
    const neighbour = 'before' in place ? place.before : place.after;
    const index = this.#steps.findIndex((s) => s.id === neighbour);
    if (index < 0) {
      throw new Error(
        `Command ${this.#command} has no step "${neighbour}"; it has ${this.steps.join(', ') || 'none'}.`,
      );
    }
    this.#steps.splice('before' in place ? index : index + 1, 0, step);
    return disposable(() => {
      const at = this.#steps.indexOf(step);
      if (at >= 0) this.#steps.splice(at, 1);
    });
  }

  /** Runs the steps before the host's own; ends with its parameters, or with the refusal of the step that stopped it. */
  async run(params: unknown, context: StepContext): Promise<Result<unknown>> {
    let current = params;
    for (const step of [...this.#steps]) {
      const media = context.interaction?.mediaType;
      if (step.mediaTypes && (media === undefined || !step.mediaTypes.includes(media))) continue;
      const answer = await this.#answerOf(step, current, context);
      if (!answer.ok) return answer;
      current = answer.value;
    }
    return ok(current);
  }

  /** A step of the host. Its place is the end of the chain as it is now. */
  append(step: CommandStep): void {
    this.#steps.push(step);
  }

  async #answerOf(step: CommandStep, params: unknown, context: StepContext): Promise<Result<unknown>> {
    const limit = timeOut(this.#stepTime);
    const outcome = await Promise.race([runStep(step, params, context), limit.promise]);
    limit.cancel();
    if (outcome.kind === 'answer') return outcome.answer;
    this.#log.warn({ command: this.#command, step: step.id, why: outcome.why }, 'command step skipped');
    return ok(params);
  }
}
