import { useEffect } from 'react';

/** Gives the window a title while the component is there; undefined leaves it the one it had. */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
