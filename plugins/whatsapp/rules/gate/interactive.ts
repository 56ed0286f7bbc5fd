import type { InteractiveContent } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../../profiles/cloud-api.ts';
import { block, type Finding } from '../finding.ts';
import { checkFile } from './files.ts';
import { checkCount, checkLength, checkRepeated } from './lengths.ts';

const limits = cloudApi.interactive;

type Of<T extends InteractiveContent['type']> = Extract<InteractiveContent, { type: T }>;

/** What the provider is known to refuse of reply buttons, lists and links (31-cloud-api section 6). */
export function checkInteractive(content: InteractiveContent): readonly Finding[] {
  return [...checkFrame(content), ...checkAction(content)];
}

function checkFrame({ type, header, body, footer }: InteractiveContent): readonly Finding[] {
  return [
    ...(header ? checkHeader(type, header) : []),
    ...checkLength({ field: 'interactive.body', what: 'The text', text: body, max: limits.body.max }),
    ...(footer === null
      ? []
      : checkLength({ field: 'interactive.footer', what: 'The footer', text: footer, max: limits.footer.max })),
  ];
}

function checkHeader(type: string, header: NonNullable<InteractiveContent['header']>): readonly Finding[] {
  const field = 'interactive.header';
  if (header.format === 'text') {
    return checkLength({ field, what: 'The header', text: header.text, max: limits.headerText.max });
  }
  if (type === 'list') {
    return [
      block('header-format', field, 'The header of a list can only be a text.', 'Write a text, or leave it out.'),
    ];
  }
  return checkFile(field, 'The header', header.format, header.file);
}

function checkAction(content: InteractiveContent): readonly Finding[] {
  switch (content.type) {
    case 'buttons':
      return checkButtons(content);
    case 'list':
      return checkList(content);
    case 'url':
      return checkLink(content);
  }
}

function checkButtons({ buttons }: Of<'buttons'>): readonly Finding[] {
  const { title, id, ...count } = limits.buttons;
  const titleField = (index: number) => `interactive.buttons.${index}.title`;
  return [
    ...checkCount('interactive.buttons', 'buttons', buttons.length, count),
    ...buttons.flatMap((button, index) => [
      ...checkLength({ field: titleField(index), what: `Button ${index + 1}`, text: button.title, max: title.max }),
      ...checkId(`interactive.buttons.${index}.id`, button.id, id.max),
    ]),
    ...checkRepeated(
      'The button',
      buttons.map((button, index) => ({ field: titleField(index), value: button.title })),
    ),
    ...checkRepeated(
      'The id',
      buttons.map((button, index) => ({ field: `interactive.buttons.${index}.id`, value: button.id })),
    ),
  ];
}

function checkId(field: string, id: string, max: number): readonly Finding[] {
  return checkLength({ field, what: 'An id', text: id, max });
}

function checkList({ button, sections }: Of<'list'>): readonly Finding[] {
  const { sections: sectionLimits, rows: rowLimits } = limits.list;
  const rows = sections.flatMap((section, at) =>
    section.rows.map((row, index) => ({ row, field: `interactive.sections.${at}.rows.${index}` })),
  );
  return [
    ...checkLength({
      field: 'interactive.button',
      what: 'The button of the list',
      text: button,
      max: limits.list.button.max,
    }),
    ...checkCount('interactive.sections', 'sections', sections.length, sectionLimits),
    ...checkCount('interactive.rows', 'entries', rows.length, rowLimits),
    ...sections.flatMap((section, index) => [
      ...checkLength({
        field: `interactive.sections.${index}.title`,
        what: `The title of section ${index + 1}`,
        text: section.title,
        max: sectionLimits.title.max,
        optional: sections.length === 1,
      }),
      ...(section.rows.length > 0
        ? []
        : [
            block(
              'count',
              `interactive.sections.${index}.rows`,
              `Section ${index + 1} is empty.`,
              'Add an entry, or take the section away.',
            ),
          ]),
    ]),
    ...rows.flatMap(({ row, field }, index) => [
      ...checkLength({
        field: `${field}.title`,
        what: `Entry ${index + 1}`,
        text: row.title,
        max: rowLimits.title.max,
      }),
      ...checkLength({
        field: `${field}.description`,
        what: `The description of entry ${index + 1}`,
        text: row.description ?? '',
        max: rowLimits.description.max,
        optional: true,
      }),
      ...checkId(`${field}.id`, row.id, rowLimits.id.max),
    ]),
    // The provider asks only for ids to differ; of two titles alike nobody could tell which was chosen.
    ...checkRepeated(
      'The entry',
      rows.map(({ row, field }) => ({ field: `${field}.title`, value: row.title })),
    ),
    ...checkRepeated(
      'The id',
      rows.map(({ row, field }) => ({ field: `${field}.id`, value: row.id })),
    ),
  ];
}

function checkLink({ title, url }: Of<'url'>): readonly Finding[] {
  return [
    ...checkLength({
      field: 'interactive.title',
      what: 'The button',
      text: title,
      max: limits.urlButton.displayText.max,
    }),
    ...checkUrl('interactive.url', url, limits.urlButton.url.max),
  ];
}

/** An address customers can open. */
export function checkUrl(field: string, url: string, max: number): readonly Finding[] {
  const long = checkLength({ field, what: 'The address', text: url, max });
  if (long.length > 0) return long;
  if (/^https?:\/\/[^\s/?#]+\.?[^\s]*$/i.test(url) && URL.canParse(url)) return [];
  return [block('url', field, 'The address is none that can be opened.', 'Write it whole, beginning with https://.')];
}
