import { parametersOf, type TemplateButton } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../../profiles/cloud-api.ts';
import { checkLength } from './check-draft-text.ts';
import { at, type DraftField, type DraftFinding } from './draft-finding.ts';

const { buttons: limits, url: address, copyCode } = cloudApi.template;
const ALL: DraftField = { field: 'buttons', label: 'Buttons' };
/** What a label cannot have: parameters, line breaks, formatting, emojis. */
const LABEL_REFUSED = /[\n*_~{}]|\p{Extended_Pictographic}/u;

const MOST: readonly (readonly [type: TemplateButton['type'], most: number, what: string])[] = [
  ['url', limits.url, 'links'],
  ['call', limits.call, 'calls'],
  ['copy-code', limits.copyCode, 'codes'],
];

/** The buttons together, then each. */
export function checkButtons(buttons: readonly TemplateButton[]): readonly DraftFinding[] {
  return [...checkCounts(buttons), ...checkGroups(buttons), ...buttons.flatMap(checkButton)];
}

function checkCounts(buttons: readonly TemplateButton[]): readonly DraftFinding[] {
  const faults = MOST.filter(([type, most]) => buttons.filter((button) => button.type === type).length > most).map(
    ([type, max, what]) => at(ALL, 'button-count', `take away some ${what}; there may be ${max}.`, { type, max }),
  );
  if (buttons.length <= limits.max) return faults;
  const { max } = limits;
  return [at(ALL, 'button-count', `take away some; there may be ${max}.`, { max }), ...faults];
}

/** Quick replies stand together, before the others or behind them. */
function checkGroups(buttons: readonly TemplateButton[]): readonly DraftFinding[] {
  const kinds = buttons.map(({ type }) => type === 'quick-reply');
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  return changes > 1 ? [at(ALL, 'button-order', 'put the quick replies next to each other.')] : [];
}

function checkButton(button: TemplateButton, index: number): readonly DraftFinding[] {
  const place = (member: string) => ({ field: `buttons.${index}.${member}`, label: `Button ${index + 1}` });
  // The provider writes the label of a code's button itself.
  const label = button.type === 'copy-code' ? [] : checkLabel(button.title, place('title'));
  return [...label, ...checkContent(button, place)];
}

function checkLabel(title: string, place: DraftField): readonly DraftFinding[] {
  const length = checkLength(title, { ...place, max: limits.label.max });
  if (!LABEL_REFUSED.test(title)) return length;
  return [...length, at(place, 'characters', 'its label has no parameters, line breaks, emojis or * _ ~.')];
}

function checkContent(button: TemplateButton, place: (member: string) => DraftField): readonly DraftFinding[] {
  switch (button.type) {
    case 'quick-reply':
      return [];
    case 'call':
      return checkNumber(button.phoneNumber, place('phoneNumber'));
    case 'copy-code':
      return checkLength(button.example, { ...place('example'), max: copyCode.max });
    case 'url':
      return checkAddress(button, place);
  }
}

function checkNumber(number: string, place: DraftField): readonly DraftFinding[] {
  const length = checkLength(number, { ...place, max: limits.phoneNumber.max });
  if (length.length > 0 || /^\+?[\d ()-]+$/.test(number)) return length;
  return [at(place, 'characters', 'write the number in digits, with its country code.')];
}

function checkAddress(
  { url, example }: Extract<TemplateButton, { type: 'url' }>,
  place: (member: string) => DraftField,
): readonly DraftFinding[] {
  const length = checkLength(url, { ...place('url'), max: address.max });
  if (length.length > 0) return length;
  if (!/^https?:\/\/[^\s]+$/.test(url)) return [at(place('url'), 'url', 'write an address that begins with https://.')];
  const names = parametersOf(url);
  if (names.length === 0) return [];
  const ends = names.length === 1 && names[0] === '1' && /\{\{1\}\}$/.test(url) && url.indexOf('{{') === url.length - 5;
  if (!ends) return [at(place('url'), 'url', 'an address can have one parameter, {{1}}, at its end.')];
  return example.trim() === '' ? [at(place('example'), 'example-missing', 'give a whole address as example.')] : [];
}
