import { CircleAlert } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskContext } from '../state/desk-context.tsx';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import styles from './fault-boundary.module.css';

export interface FaultBoundaryProps {
  /** What has failed, for the agent and the log. */
  readonly title: string;
  /** One line instead of a page. */
  readonly compact?: boolean;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

/** Keeps a fault in one part of a page from taking the rest along; writes it to the log. */
export class FaultBoundary extends Component<FaultBoundaryProps, State> {
  static override contextType = DeskContext;
  declare context: React.ContextType<typeof DeskContext>;
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    const detail = `${error.stack ?? error.message}\n${info.componentStack ?? ''}`.slice(0, 20_000);
    void this.context?.client.request('log.write', {
      level: 'error',
      message: `A part of the page failed: ${this.props.title}`,
      detail,
    });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { title, compact = false } = this.props;
    return compact ? <FaultLine title={title} /> : <FaultPage onAgain={() => this.setState({ failed: false })} />;
  }
}

function FaultLine({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  return <p className={styles.line}>{t('region.failed', { title })}</p>;
}

function FaultPage({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={<CircleAlert />} title={t('app.page-failed.title')} hint={t('app.page-failed.hint')}>
      <Button onPress={onAgain}>{t('app.page-failed.again')}</Button>
    </EmptyState>
  );
}
