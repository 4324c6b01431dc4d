import { registerHooks } from "node:module";

/**
 * Preloaded into processes that read the source. For each import Node (24.21 and 26.10) reads anew all that the imported
 * package exports (getPackageScopeConfig copies what is meant to be read once): of drizzle 130 kB, some 500 times, which
 * is more than a second of a core in each process. So what our modules name by a package's name is resolved once, and
 * what drizzle's modules import of each other, by whole paths, without Node.
 */
const ownRoot = new URL("../../", import.meta.url).href;
const packages = `${ownRoot}node_modules/`;
const isPackageName = /^(?!node:|file:|data:|[.#/])/;
const known = new Map();

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? "";
    if (parent.startsWith(`${packages}drizzle-orm/`) && /^\..*\.js$/.test(specifier)) {
      return { url: new URL(specifier, parent).href, format: "module", shortCircuit: true };
    }
    const isOurs = parent.startsWith(ownRoot) && !parent.startsWith(packages);
    const isImport = context.conditions?.includes("import");
    if (!isOurs || !isImport || !isPackageName.test(specifier)) return next(specifier, context);
    const resolved = known.get(specifier) ?? next(specifier, context);
    known.set(specifier, resolved);
    return { ...resolved, shortCircuit: true };
  },
});
