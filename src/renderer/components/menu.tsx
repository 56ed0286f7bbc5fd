import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuSection as AriaMenuSection,
  Header,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import styles from './menu.module.css';

export { MenuTrigger } from 'react-aria-components';

export interface MenuProps extends Omit<AriaMenuProps<object>, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  /** Side of the trigger on which it is aligned. */
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'right bottom';
}

/** The list of a `MenuTrigger`. */
export function Menu({ placement = 'bottom start', ...props }: MenuProps) {
  return (
    <Popover className={styles.popover ?? ''} placement={placement} offset={4}>
      <AriaMenu {...props} className={styles.menu ?? ''} />
    </Popover>
  );
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> {
  readonly icon?: ReactNode;
  readonly label: string;
  /** It is what holds now. */
  readonly checked?: boolean;
}

export function MenuItem({ icon, label, checked = false, ...props }: MenuItemProps) {
  return (
    <AriaMenuItem
      {...props}
      textValue={label}
      className={styles.item ?? ''}
      aria-current={checked ? 'true' : undefined}
    >
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Text slot="label">{label}</Text>
      {checked && <Check className={styles.check} aria-hidden="true" />}
    </AriaMenuItem>
  );
}

export interface MenuSectionProps {
  readonly title: string;
  /** A second, quieter line. */
  readonly detail?: string;
  readonly children: ReactNode;
}

export function MenuSection({ title, detail = '', children }: MenuSectionProps) {
  return (
    <AriaMenuSection>
      <Header className={styles.header ?? ''}>
        {title}
        {detail !== '' && <span className={styles.detail}> {detail}</span>}
      </Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />;
}
