import type { Contact } from '../domain/contact.ts';
import type { Interaction } from '../domain/interaction.ts';
import { type FormatValues, renderFormat } from './display-format.ts';

/** What the objects of a format string are taken from (OPT-5); names as people read them. */
export interface DisplaySubject {
  readonly contact: Contact;
  /** Null where none is at hand: a contact that was looked for. */
  readonly interaction: Interaction | null;
  /** The medium's name: `$Interaction.Type$`. */
  readonly medium: string;
  /** `$Interaction.Channel$`. */
  readonly channel: string;
  /** Empty when it is in none. */
  readonly queue: string;
  readonly agent: { readonly name: string; readonly firstName: string; readonly lastName: string } | null;
  /** The program's own name: `$Window.Title$`. */
  readonly windowTitle: string;
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function interactionField({ contact, interaction, medium, channel }: DisplaySubject, field: string) {
  // The contact's plain name: the format of names may ask for it itself.
  const named = { MainParty: contact.displayName, Type: medium, Channel: channel, Id: interaction?.id ?? '' };
  return own(named, field) ?? own(interaction?.attachedData ?? {}, field);
}

function agentField(agent: DisplaySubject['agent'], field: string): string | undefined {
  return agent ? own({ FirstName: agent.firstName, LastName: agent.lastName, UserName: agent.name }, field) : undefined;
}

/** The fields of format strings: Contact, Interaction (with its attached data), AttachedData, Party, Agent, Queue, Window. */
export function fieldsOf(subject: DisplaySubject): FormatValues {
  const { contact, interaction, queue, agent, windowTitle } = subject;
  return (object, field) => {
    switch (object) {
      case 'Contact':
        return own(contact.attributes, field);
      case 'Interaction':
        return interactionField(subject, field);
      case 'AttachedData':
        return own(interaction?.attachedData ?? {}, field);
      case 'Party':
        return own({ DisplayName: contact.displayName }, field);
      case 'Agent':
        return agentField(agent, field);
      case 'Queue':
        return own({ Name: queue, DisplayName: queue }, field);
      case 'Window':
        return own({ Title: windowTitle }, field);
      default:
        return undefined;
    }
  };
}

/** A format filled in for this subject; the contact's plain name where that gives nothing. */
export function displayText(format: string, subject: DisplaySubject): string {
  return renderFormat(format, fieldsOf(subject)) || subject.contact.displayName;
}
