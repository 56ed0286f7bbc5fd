import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Contact } from '#shared/domain/contact.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { renderFormat } from '#shared/rules/display-format.ts';
import { type DisplaySubject, displayText, fieldsOf } from '#shared/rules/display-subject.ts';
import { useServices } from '../state/desk-context.tsx';
import type { DeskModel } from '../state/desk-model.ts';
import { useDesk, useOption } from '../state/hooks.ts';
import { keepLast } from '../state/keep-last.ts';
import { channelName, queueName } from '../state/selectors.ts';

type MediaTypes = ReadonlyMap<string, Pick<MediaTypeViews, 'displayName'>>;
type Subject = Pick<InteractionView, 'interaction' | 'contact'>;
/** What names are made of beside the interaction itself. */
type Naming = Pick<DeskModel, 'options' | 'session'>;
type TitleOption = 'interaction.window-title' | 'toast.window-title';

/** The product's name, the same in every language: `$Window.Title$`. */
const WINDOW_TITLE = 'Replydesk';

function subjectOf(model: Naming, media: MediaTypes, { interaction, contact }: Subject): DisplaySubject {
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
export function customerName(model: Naming, media: MediaTypes, view: Subject): string {
  return displayText(model.options['display-format.customer-name-format'] ?? '', subjectOf(model, media, view));
}

/** The case's name (`display-format.case-name-format`); the customer's while nothing else is known. */
export function caseName(model: Naming, media: MediaTypes, view: Subject): string {
  const format = model.options['display-format.case-name-format'] ?? '';
  return renderFormat(format, fieldsOf(subjectOf(model, media, view))) || customerName(model, media, view);
}

/** The title of a window that shows this interaction; undefined where its format gives nothing. */
export function windowTitle(
  model: Naming,
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

/**
 * What a format makes of an interaction. Derived when that changes or what names are made of, and not, as a selector
 * would, with every message of any conversation for each entry of the list.
 */
function useNamed<V extends Subject | undefined, T>(
  view: V,
  derive: (model: Naming, media: MediaTypes, view: V) => T,
): T {
  const media = useMediaTypes();
  const { store } = useServices();
  const options = useStore(store, (model) => model.options);
  const session = useStore(store, (model) => model.session);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions here are made anew and say the same
  return useMemo(() => derive({ options, session }, media, view), [options, session, media, view]);
}

/** As `customerName`; follows what it is made of. */
export function useCustomerName(view: Subject): string {
  return useNamed(view, customerName);
}

/** As `customerName`, of contacts with whom no interaction is at hand. */
export function useContactName(): (contact: Contact) => string {
  const format = useOption('display-format.customer-name-format', '');
  const agent = useDesk((model) => model.session.agent);
  return (contact) =>
    displayText(format, {
      contact,
      interaction: null,
      medium: '',
      channel: '',
      queue: '',
      agent,
      windowTitle: WINDOW_TITLE,
    });
}

/**
 * As `customerName`, of an interaction by its id; empty when the desk does not have it. The component renders again only
 * when the name changes, not with each message.
 */
export function useCustomerNameOf(interactionId: string): string {
  const media = useMediaTypes();
  const nameOf = useMemo(
    () =>
      keepLast((options: Naming['options'], session: Naming['session'], view: Subject | undefined) =>
        view ? customerName({ options, session }, media, view) : '',
      ),
    [media],
  );
  return useDesk(({ options, session, interactions }) => nameOf(options, session, interactions.get(interactionId)));
}

/** As `caseName`, where it says more than the customer's name; else undefined. */
export function useOwnCaseName(view: Subject): string | undefined {
  return useNamed(view, (model, media) => {
    const name = caseName(model, media, view);
    return name === customerName(model, media, view) ? undefined : name;
  });
}

/** As `windowTitle`. Undefined without an interaction, and where the format gives nothing: the window keeps its own. */
export function useWindowTitle(view: InteractionView | undefined, option: TitleOption): string | undefined {
  return useNamed(view, (model, media) => view && windowTitle(model, media, view, option));
}
