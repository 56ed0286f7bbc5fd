import type { InteractiveLimits } from '#shared/plugin-api/views.ts';
import { cloudApi } from '../profiles/cloud-api.ts';

const { body, headerText, footer, buttons, list, urlButton } = cloudApi.interactive;

/** What the builder counts against; the send gate has the last word. */
export const interactiveLimits: InteractiveLimits = {
  header: headerText.max,
  body: body.max,
  footer: footer.max,
  buttons: { count: buttons.max, title: buttons.title.max },
  list: {
    button: list.button.max,
    sections: list.sections.max,
    sectionTitle: list.sections.title.max,
    rows: list.rows.max,
    title: list.rows.title.max,
    description: list.rows.description.max,
  },
  link: { title: urlButton.displayText.max },
};
