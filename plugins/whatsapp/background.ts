import type { BackgroundPlugin, CommandStep, PluginOptions, StepContext } from '#shared/plugin-api/background.ts';
import { ok, type Result, refuse } from '#shared/plugin-api/domain.ts';
import { outboundContentSchema } from '#shared/plugin-api/schemas.ts';
import { MEDIA_TYPE } from './media-type.ts';
import { optionNumber, options, readMarkPolicy } from './options.ts';
import { cloudApi } from './profiles/cloud-api.ts';
import { deskWindow } from './rules/desk-window.ts';
import { checkSend, explain, type Finding } from './rules/send-gate.ts';

type IsMine = (finding: Finding) => boolean;

const isAboutMessage: IsMine = ({ field }) => field === 'message';
const isAboutContent: IsMine = ({ field }) => field !== 'message';

/** The parameters of `interaction.send`; steps of other plug-ins may have changed them, so they are looked at anew. */
function contentOf(params: unknown) {
  const content = params !== null && typeof params === 'object' && 'content' in params ? params.content : undefined;
  return outboundContentSchema.safeParse(content).data;
}

/** Lets the parameters pass, or refuses with the gate's first finding that the step is for. */
function gate(params: unknown, context: StepContext, isMine: IsMine, read: PluginOptions): Result<unknown> {
  const { interaction, contact, now } = context;
  const content = contentOf(params);
  // The host's own step refuses what has no interaction or no content it knows.
  if (!interaction || !content) return ok(params);
  const maxTextBytes = optionNumber(options.maxTextSize, read.get(options.maxTextSize, interaction.id));
  const template = content.kind === 'template' ? context.template(content.template) : undefined;
  const consent = contact?.consents?.find(({ channel }) => channel === interaction.channel) ?? null;
  // Whether a channel asks for consent only the server knows; it decides.
  const leave = { consent, optInRequired: false };
  const timespan = optionNumber(options.freeTimespan, read.get(options.freeTimespan, interaction.id));
  const window = deskWindow(interaction.window, timespan);
  const verdict = checkSend({
    ...{ content, interaction: { ...interaction, window }, now, maxTextBytes, consent: leave },
    ...(template === undefined ? {} : { template }),
  });
  const finding = verdict.allowed ? undefined : verdict.findings.find(isMine);
  return finding ? refuse(finding.code, explain(finding)) : ok(params);
}

function step(id: string, isMine: IsMine, read: PluginOptions): CommandStep {
  return { id, mediaTypes: [MEDIA_TYPE], run: (params, context) => gate(params, context, isMine, read) };
}

/** The WhatsApp channel's part in the main process: its media type, and its checks in the chain of Send (PLG-5). */
export const plugin: BackgroundPlugin = {
  activate({ mediaTypes, commands, options: read }) {
    mediaTypes.register(MEDIA_TYPE, {
      readMarks: (id) => readMarkPolicy(read.get(options.readMarks, id)),
      typingSeconds: cloudApi.typing.everySeconds,
    });
    commands.insertStep('interaction.send', { before: 'enqueue' }, step('check-length', isAboutContent, read));
    commands.insertStep('interaction.send', { before: 'enqueue' }, step('check-window', isAboutMessage, read));
  },
};
