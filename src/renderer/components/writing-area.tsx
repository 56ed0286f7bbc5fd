import { TextArea, type TextAreaProps } from 'react-aria-components';
import styles from './writing-area.module.css';

/** Room for some lines, as high as its `rows`, that can be pulled larger. Stands in a `TextField` with its label. */
export function WritingArea(props: Omit<TextAreaProps, 'className'>) {
  return <TextArea {...props} className={styles.area ?? ''} dir="auto" />;
}
