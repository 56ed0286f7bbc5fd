import { useTranslation } from 'react-i18next';
import { shortcuts } from '#shared/commands/shortcuts.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import { Avatar } from '../../components/avatar.tsx';
import { customerName } from '../../plugins/display-names.ts';
import { plainMediaType } from '../../plugins/plain-media-type.ts';
import { previewOf } from '../../plugins/preview.ts';
import { chordTextOf } from '../../shortcuts/shortcut-of.ts';
import { useServices } from '../../state/desk-context.tsx';
import { openInteraction } from '../../state/ui-store.ts';
import { useMyInteractionIds } from '../interactions/index.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** The agent's interactions as the palette finds them: by name, number and last line, in the order of the list. */
export function useInteractionEntries(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const { store, ui, plugins } = useServices();
  const model = store.getState();
  const { mediaTypes } = plugins.store.getState();
  const entryOf = (view: InteractionView, place: number): PaletteEntry => {
    const { interaction, contact } = view;
    const preview = previewOf(
      interaction,
      mediaTypes.get(interaction.mediaType) ?? plainMediaType(interaction.mediaType),
    );
    const said = preview && preview.text === '' ? t(`kind.${preview.kind}`) : (preview?.text ?? '');
    const name = customerName(model, mediaTypes, view);
    const nth = shortcuts.find(({ id }) => id === `interaction.open-${place + 1}`);
    return {
      id: interaction.id,
      group: 'interactions',
      title: name,
      words: [said, ...contact.identities.map(({ value }) => value)].join(' '),
      detail: preview?.direction === 'out' ? t('list.you', { text: said }) : said,
      icon: <Avatar name={name} id={contact.id} />,
      chord: nth ? chordTextOf(nth.id, model.options) : '',
      run: () => openInteraction(ui, interaction.id, true),
    };
  };
  return useMyInteractionIds().flatMap((id, place) => {
    const view = model.interactions.get(id);
    return view ? [entryOf(view, place)] : [];
  });
}
