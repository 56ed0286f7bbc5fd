import type { Interaction } from '#shared/domain/interaction.ts';
import type { EffectiveOption } from '#shared/options/effective-options.ts';
import type { Generation } from './generation.ts';

interface Pin {
  readonly generation: Generation;
  /** Attached data names files of its own for the interaction: `IW_OverrideOptions` (OPT-2). */
  names: readonly string[];
}

/**
 * Which options count for which interaction: what takes effect with the next interaction stays, for one that is here
 * already, as it was when it came (OPT-3).
 */
export class InteractionPins {
  readonly #pins = new Map<string, Pin>();

  /** An interaction is here, maybe for the first time. */
  hold({ id, attachedData }: Pick<Interaction, 'id' | 'attachedData'>, latest: Generation, overrideKey: string): void {
    const names = (attachedData[overrideKey] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const pin = this.#pins.get(id);
    if (pin) pin.names = names;
    else this.#pins.set(id, { generation: latest, names });
  }

  /** The interaction has left. */
  drop(id: string): void {
    this.#pins.delete(id);
  }

  clear(): void {
    this.#pins.clear();
  }

  /** Options of plug-ins were declared: the same files say more now. */
  redeclare(again: (generation: Generation) => Generation): void {
    for (const [id, pin] of this.#pins) this.#pins.set(id, { ...pin, generation: again(pin.generation) });
  }

  /**
   * The option as it counts for the interaction, where that is not as for the desk: overridden by one of its files, or
   * one that takes effect with the next interaction. Undefined: as for the desk.
   */
  find(id: string, name: string): EffectiveOption | undefined {
    const pin = this.#pins.get(id);
    return pin && ownOption(pin.generation.withTransactions(pin.names).find(name));
  }

  /** All of those, by name. */
  all(id: string): readonly EffectiveOption[] {
    const pin = this.#pins.get(id);
    return pin
      ? pin.generation
          .withTransactions(pin.names)
          .all()
          .flatMap((option) => ownOption(option) ?? [])
      : [];
  }
}

function ownOption(option: EffectiveOption | undefined): EffectiveOption | undefined {
  if (!option) return undefined;
  const own = option.current.layer === 'transaction' || option.declaration.takesEffect === 'next-interaction';
  return own ? option : undefined;
}
