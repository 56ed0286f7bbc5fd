import type { StandardResponse } from '#shared/domain/standard-response.ts';

/** A category with what is in it. */
export interface Category {
  /** The whole path, `Support/Shipping`; what tells it from others. */
  readonly path: string;
  /** Its last part. */
  readonly name: string;
  readonly categories: readonly Category[];
  readonly responses: readonly StandardResponse[];
}

/** The categories as a tree, each level by name; responses in the order of the library. The root's path is empty. */
export function categoryTree(responses: readonly StandardResponse[], locale: string): Category {
  return categoryAt('', responses, new Intl.Collator(locale, { numeric: true }));
}

function categoryAt(path: string, responses: readonly StandardResponse[], collator: Intl.Collator): Category {
  const depth = path === '' ? 0 : path.split('/').length;
  const isHere = ({ category }: StandardResponse) => (category === '' ? 0 : category.split('/').length) === depth;
  const childOf = ({ category }: StandardResponse) =>
    category
      .split('/')
      .slice(0, depth + 1)
      .join('/');
  const below = responses.filter((response) => !isHere(response));
  const paths = [...new Set(below.map(childOf))].sort((a, b) => collator.compare(a, b));
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    categories: paths.map((child) =>
      categoryAt(
        child,
        below.filter((response) => childOf(response) === child),
        collator,
      ),
    ),
    responses: responses.filter(isHere),
  };
}
