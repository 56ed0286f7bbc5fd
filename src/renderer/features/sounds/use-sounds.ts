import { useEffect } from 'react';
import { useServices } from '../../state/desk-context.tsx';
import type { DeskModel } from '../../state/desk-model.ts';
import { emptyModel } from '../../state/desk-model.ts';
import { bellsFor, type RingOf } from './bells.ts';
import { SoundPlayer } from './sound-player.ts';
import { WebSpeaker } from './web-speaker.ts';

/**
 * Makes heard what happens (UI-2). In one page of the program only, the preview's: two would ring over each other. A
 * locked desk rings as well, for somebody waits.
 */
export function useSounds(): void {
  const { store, client, plugins } = useServices();
  useEffect(() => {
    const speaker = new WebSpeaker({
      onFault: (file, error) =>
        void client.request('log.write', {
          level: 'warn',
          message: `The sound ${file} cannot be played.`,
          detail: String(error),
        }),
    });
    const player = new SoundPlayer(speaker);
    const ringOf: RingOf = ({ interaction, options }) => {
      const views = plugins.store.getState().mediaTypes.get(interaction.mediaType);
      return views?.ringingBell?.({ ...store.getState().options, ...options });
    };
    const follow = (model: DeskModel, before: DeskModel) => {
      const { start, stop } = bellsFor(before, model, ringOf);
      for (const key of stop) player.stop(key);
      for (const wish of start) player.play(wish);
    };
    follow(store.getState(), emptyModel);
    return store.subscribe(follow);
  }, [store, client, plugins]);
}
