import { useStore } from 'zustand';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { renderFormat } from '#shared/rules/display-format.ts';
import { type DisplaySubject, displayText, fieldsOf } from '#shared/rules/display-subject.ts';
import { useServices } from '../state/desk-context.tsx';
import type { DeskModel } from '../state/desk-model.ts';
import { useDesk } from '../state/hooks.ts';
import { channelName, queueName } from '../state/selectors.ts';

type MediaTypes = ReadonlyMap<string, Pick<MediaTypeViews, 'displayName'>>;
type Subject = Pick<InteractionView, 'interaction' | 'contact'>;
type TitleOption = 'interaction.window-title' | 'toast.window-title';

/** The product's name, the same in every language: `$Window.Title$`. */
const WINDOW_TITLE = 'Replydesk';

function subjectOf(model: DeskModel, media: MediaTypes, { interaction, contact }: Subject): DisplaySubject {
  return {
    contact,
    interaction,
    medium: media.get(interaction.mediaType)?.displayName ?? interaction.mediaType,
    channel: channelName(model, interaction.channel),
    queue: queueName(model, interaction.queue) ?? '',
    agent: model.session.agent,
    windowTitle: WINDOW_TITLE,
  };
}

/** The contact's name as the organisation wants it shown, everywhere (`display-format.customer-name-format`). */
export function customerName(model: DeskModel, media: MediaTypes, view: Subject): string {
  return displayText(model.options['display-format.customer-name-format'] ?? '', subjectOf(model, media, view));
}

/** The case's name (`display-format.case-name-format`); the customer's while nothing else is known. */
export function caseName(model: DeskModel, media: MediaTypes, view: Subject): string {
  const format = model.options['display-format.case-name-format'] ?? '';
  return renderFormat(format, fieldsOf(subjectOf(model, media, view))) || customerName(model, media, view);
}

/** The title of a window that shows this interaction; undefined where its format gives nothing. */
export function windowTitle(
  model: DeskModel,
  media: MediaTypes,
  view: Subject & Pick<InteractionView, 'options'>,
  option: TitleOption,
): string | undefined {
  const format = view.options[option] ?? model.options[option] ?? '';
  return renderFormat(format, fieldsOf(subjectOf(model, media, view))) || undefined;
}

function useMediaTypes(): MediaTypes {
  return useStore(useServices().plugins.store, (registered) => registered.mediaTypes);
}

/** As `customerName`; follows what it is made of. */
export function useCustomerName(view: Subject): string {
  const media = useMediaTypes();
  return useDesk((model) => customerName(model, media, view));
}

/** As `customerName`, of an interaction by its id; empty when the desk does not have it. */
export function useCustomerNameOf(interactionId: string): string {
  const media = useMediaTypes();
  return useDesk((model) => {
    const view = model.interactions.get(interactionId);
    return view ? customerName(model, media, view) : '';
  });
}

/** As `caseName`, where it says more than the customer's name; else undefined. */
export function useOwnCaseName(view: Subject): string | undefined {
  const media = useMediaTypes();
  return useDesk((model) => {
    const name = caseName(model, media, view);
    return name === customerName(model, media, view) ? undefined : name;
  });
}

/** As `windowTitle`. Undefined without an interaction, and where the format gives nothing: the window keeps its own. */
export function useWindowTitle(view: InteractionView | undefined, option: TitleOption): string | undefined {
  const media = useMediaTypes();
  return useDesk((model) => view && windowTitle(model, media, view, option));
}
