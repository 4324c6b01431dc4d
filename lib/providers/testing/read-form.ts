type Tree = { [name: string]: string | string[] | Tree };

/** Form fields as an object: `metadata[key]=x`, `expand[]=x` and `include[0]=x` as members and lists. */
export function readForm(fields: URLSearchParams): Tree {
  const root: Tree = {};
  for (const [name, value] of fields) {
    const steps = [...name.matchAll(/[^[\]]+|\[\]/g)].map(([step]) => step);
    put(root, steps, value);
  }
  return listsIn(root);
}

function put(tree: Tree, [step = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree[step] = value;
    return;
  }
  if (rest[0] === "[]") {
    const known = tree[step];
    tree[step] = [...(Array.isArray(known) ? known : []), value];
    return;
  }
  const known = tree[step];
  const inner: Tree = typeof known === "object" && !Array.isArray(known) ? known : {};
  tree[step] = inner;
  put(inner, rest, value);
}

/** Members that are counted are lists. */
function listsIn(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, member]) => {
      if (typeof member === "string" || Array.isArray(member)) return [name, member];
      const inner = listsIn(member);
      const values = Object.values(inner);
      const isList = Object.keys(inner).every((key) => /^\d+$/.test(key)) && values.length > 0;
      const texts = values.filter((value) => typeof value === "string");
      return [name, isList && texts.length === values.length ? texts : inner];
    }),
  );
}
