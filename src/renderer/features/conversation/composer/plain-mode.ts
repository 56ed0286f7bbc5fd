import type { ComposerMode, ComposerSituation } from '#shared/plugin-api/composer.ts';

/** How the composer of a medium is that says nothing of its own: it can be written in whatever is in one's hands. */
export function plainMode({ interaction, agent }: Pick<ComposerSituation, 'interaction' | 'agent'>): ComposerMode {
  if (interaction.stage === 'done') return { mode: 'done', nextStep: 'new-session' };
  if (interaction.stage === 'offered') return { mode: 'offered', nextStep: 'accept' };
  const isMine = interaction.stage === 'assigned' && (interaction.agent === null || interaction.agent === agent);
  return isMine ? { mode: 'write', onlyAnswers: false, nextStep: 'write' } : { mode: 'elsewhere', nextStep: 'read' };
}
