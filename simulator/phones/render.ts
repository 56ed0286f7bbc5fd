import { asList, asObject, asText, type JsonObject } from '../json.ts';

/** What a phone shows of a message, as lines of plain text; buttons in square brackets. */
export function renderMessage(kind: string, content: JsonObject): string {
  const part = asObject(content[kind]);
  const renderer = renderers[kind];
  return renderer ? renderer(part, content) : asText(asObject(asList(content.errors)[0]).title);
}

type Renderer = (part: JsonObject, content: JsonObject) => string;

const caption: Renderer = (part) => asText(part.caption);

const renderers: Readonly<Record<string, Renderer>> = {
  text: (part) => asText(part.body),
  image: caption,
  video: caption,
  audio: () => '',
  sticker: () => '',
  document: (part) => lines(asText(part.filename), asText(part.caption)),
  location: (part) =>
    lines(asText(part.name), asText(part.address), `${asText(part.latitude)}, ${asText(part.longitude)}`),
  contacts: (_, content) => lines(...asList(content.contacts).map(renderContact)),
  reaction: (part) => asText(part.emoji),
  interactive: renderInteractive,
  button: (part) => asText(part.text),
  order: (part) => asText(part.text),
  system: (part) => asText(part.body),
  edit: (part) => {
    const message = asObject(part.message);
    return renderMessage(asText(message.type), message);
  },
};

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function renderContact(value: unknown): string {
  const contact = asObject(value);
  const phones = asList(contact.phones).map((phone) => asText(asObject(phone).phone));
  return [asText(asObject(contact.name).formatted_name), ...phones].filter(Boolean).join(' ');
}

function renderInteractive(part: JsonObject): string {
  const chosen = asObject(part.button_reply ?? part.list_reply);
  if (chosen.title !== undefined) return asText(chosen.title);
  if (part.nfm_reply) return asText(asObject(part.nfm_reply).body) || 'Form sent';
  const header = asObject(part.header);
  return lines(
    asText(header.text) || (header.type ? `(${asText(header.type)})` : ''),
    asText(asObject(part.body).text),
    asText(asObject(part.footer).text),
    ...renderAction(asObject(part.action)),
  );
}

function renderAction(action: JsonObject): string[] {
  const buttons = asList(action.buttons).map((button) => `[${asText(asObject(asObject(button).reply).title)}]`);
  const rows = asList(action.sections).flatMap((section) => {
    const { title, rows: items } = asObject(section);
    return [asText(title), ...asList(items).map((row) => `- ${asText(asObject(row).title)}`)];
  });
  const parameters = asObject(action.parameters);
  const label = asText(parameters.display_text) || asText(parameters.flow_cta) || asText(action.button);
  return [...buttons, ...(label ? [`[${label}]`] : []), ...rows];
}
