import type { libraryChannels } from '#shared/ipc/library.ts';
import type { outboundSessionChannels } from '#shared/ipc/outbound-session.ts';
import { ok } from '#shared/result.ts';
import type { Front } from '../attention/front.ts';
import type { OfferNotifications } from '../attention/offer-notifications.ts';
import type { CommandRegistry } from '../commands/command-registry.ts';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../desk/log.ts';
import type { OptionStore } from '../options/option-store.ts';
import { openLink } from '../security/open-link.ts';
import type { Pages } from '../windows/pages.ts';
import type { IpcHandlers } from './dispatch.ts';

export interface HandlerParts {
  readonly desk: Desk;
  /** Resolves once the desk shows what its cache knows: a page that asks earlier waits. */
  readonly ready: Promise<void>;
  readonly commands: CommandRegistry;
  readonly options: OptionStore;
  readonly pages: Pages;
  readonly front: Front;
  readonly notifications: OfferNotifications;
  /** Whose option it is, as people know it. */
  readonly ownerOf: (option: string) => string;
  readonly log: Log;
}

/** Templates and standard responses. */
function libraryHandlers({ library }: Desk): Pick<IpcHandlers, keyof typeof libraryChannels> {
  return {
    'template.list': ({ channel }) => library.templates(channel),
    'template.refresh': (params) => library.ask('template.refresh', params),
    'template.create': (params) => library.ask('template.create', params),
    'template.edit': (params) => library.ask('template.edit', params),
    'template.delete': (params) => library.ask('template.delete', params),
    'response.list': async () => {
      const listed = await library.responses();
      return listed.ok ? ok({ responses: [...listed.value] }) : listed;
    },
  };
}

/** Whom to write to, and what they allow. */
function outboundSessionHandlers({
  outboundSessions: sessions,
}: Desk): Pick<IpcHandlers, keyof typeof outboundSessionChannels> {
  return {
    'contact.find': (params) => sessions.ask('contact.find', params),
    'session.choices': (params) => sessions.ask('session.choices', params),
    'contact.set-consent': (params) => sessions.ask('contact.set-consent', params),
  };
}

/** What each channel of the contract does. Each is one step into a service; rules are elsewhere. */
export function createHandlers(parts: HandlerParts): IpcHandlers {
  const { desk, ready, commands, options, pages, front, notifications, ownerOf, log } = parts;
  return {
    'desk.view': async () => {
      await ready;
      return ok(desk.view());
    },
    'transcript.open': (params) => desk.openTranscript(params),
    'transcript.older': (params) => desk.olderMessages(params),
    'transcript.earlier': (params) => desk.earlierSessions(params),
    'transcript.search': (params) => desk.searchTranscript(params),
    ...libraryHandlers(desk),
    ...outboundSessionHandlers(desk),
    'response.used': (params) => desk.noteResponseUse(params),
    'response.favourite': (params) => desk.setFavourite(params),
    'interaction.seen': ({ interactionId }, window) => {
      front.sees(window, interactionId);
      return desk.markSeen({ interactionId: front.seen });
    },
    'interaction.shown': ({ interactionId }, window) => {
      front.shows(window, interactionId);
      return ok({});
    },
    'composer.typing': (params) => desk.typed(params),
    'note.set': (params) => desk.setNote(params, { tell: pages.poppedOut.hadWindow(params.interactionId) }),
    'draft.set': (params) => desk.setDraft(params, { tell: pages.poppedOut.hadWindow(params.interactionId) }),
    'unfinished.set': (params) => desk.setUnfinished(params),
    'list.arrange': (params) => desk.arrangeList(params),
    'session.log-in': (params) => desk.logIn(params),
    'session.unlock': (params) => desk.unlock(params),
    'session.trial-agents': () => desk.trialAgents(),
    'connection.retry': () => {
      desk.retryConnection();
      return ok({});
    },
    'command.run': ({ command, params }) => commands.run(command, params),
    'notice.warned': () => {
      desk.warned();
      return ok({});
    },
    'notice.dismiss': (params) => {
      desk.dismissNotice(params);
      return ok({});
    },
    'link.open': ({ url }) => openLink(url),
    'option.set': ({ name, value }) => options.setPreference(name, value),
    'option.reset': ({ name }) => options.resetPreference(name),
    'options.list': () => ok(options.list(ownerOf)),
    'offer.notify': (params) => {
      notifications.show(params);
      return ok({});
    },
    'log.write': ({ level, message, detail }) => {
      log[level]({ detail }, `page: ${message}`);
      return ok({});
    },
  };
}
