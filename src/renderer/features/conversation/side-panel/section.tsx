import { type CSSProperties, type ReactNode, useId } from 'react';
import styles from './side-panel.module.css';

export interface SectionProps {
  readonly title: string;
  /** Colour of a frame around it; none without. */
  readonly frame?: string | undefined;
  readonly children: ReactNode;
}

/** One part of the panel, a region named by its title. */
export function Section({ title, frame, children }: SectionProps) {
  const id = useId();
  const style = frame === undefined ? {} : ({ '--frame': frame } as CSSProperties);
  return (
    <section className={styles.section} data-framed={frame !== undefined} style={style} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export interface Fact {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** What is known, each under its name. */
export function Facts({ entries }: { readonly entries: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {entries.map(({ key, name, value }) => (
        <div key={key} className={styles.pair}>
          <dt dir="auto">{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
