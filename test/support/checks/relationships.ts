import { relationshipsOf, relationshipsOwner } from '../package-parts.ts';
import { attribute, children, descendants, localName, relationshipIds } from '../xml.ts';
import { type PackageView, repeated } from './package-view.ts';
import { referenceLike } from './reference-like.ts';

const CONTENT_TYPES = '[Content_Types].xml';

/** Parts that are there twice, have no content type or are led to but missing, and ids that are taken or unknown. */
export function* relationshipFaults(view: PackageView): Iterable<string> {
  for (const name of repeated(view.entries.map((entry) => entry.toLowerCase()))) {
    yield `The zip file has two entries "${name}"`;
  }
  yield* contentTypeFaults(view);
  yield* targetFaults(view);
  yield* mentionFaults(view);
  yield* tableFaults(view);
}

function* contentTypeFaults({ parts, roots }: PackageView): Iterable<string> {
  const root = roots.get(CONTENT_TYPES);
  if (root === undefined) {
    yield `The package has no ${CONTENT_TYPES}`;
    return;
  }
  const defaults = new Map(
    children(root, 'Default').map((each) => [
      (attribute(each, 'Extension') ?? '').toLowerCase(),
      attribute(each, 'ContentType'),
    ]),
  );
  const overridden = children(root, 'Override').map((each) => attribute(each, 'PartName') ?? '');
  const overrides = new Set(overridden);
  for (const name of repeated(overridden)) yield `${CONTENT_TYPES} gives ${name} two types`;
  for (const name of overrides) {
    if (!parts.has(name.slice(1))) yield `${CONTENT_TYPES} gives a type to ${name}, which is not in the package`;
  }
  for (const path of parts.keys()) {
    if (path === CONTENT_TYPES || overrides.has(`/${path}`)) continue;
    const type = defaults.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
    if (type === undefined) yield `${path} has no content type`;
    // The default for .xml says no more than that; Excel does not take a sheet or a chart on such terms.
    else if (type === 'application/xml' && !path.startsWith('customXml/'))
      yield `${path} has no content type of its own`;
  }
}

function* targetFaults({ parts, roots }: PackageView): Iterable<string> {
  for (const path of roots.keys()) {
    if (!path.endsWith('.rels')) continue;
    const owner = relationshipsOwner(path);
    const relationships = relationshipsOf(parts, owner);
    if (owner !== '' && !parts.has(owner)) yield `${path} belongs to "${owner}", which is not in the package`;
    for (const id of repeated(relationships.map((each) => each.id))) yield `${path} has the id ${id} twice`;
    for (const { id, target, external } of relationships) {
      if (!external && !parts.has(target)) yield `${path}: ${id} leads to "${target}", which is not in the package`;
    }
  }
}

function* mentionFaults({ parts, roots }: PackageView): Iterable<string> {
  for (const [path, root] of roots) {
    if (path.endsWith('.rels')) continue;
    const mentioned = [root, ...descendants(root)].flatMap(relationshipIds);
    if (mentioned.length === 0) continue;
    const known = new Set(relationshipsOf(parts, path).map(({ id }) => id));
    for (const id of new Set(mentioned)) {
      if (!known.has(id)) yield `${path} mentions the relationship ${id}, which it does not have`;
    }
  }
}

function* tableFaults({ roots, names }: PackageView): Iterable<string> {
  const tables = [...roots].filter(([, root]) => localName(root) === 'table').map(([, root]) => root);
  const called = tables.map((table) => (attribute(table, 'displayName') ?? '').toLowerCase());
  for (const id of repeated(tables.map((table) => attribute(table, 'id') ?? ''))) yield `Two tables have the id ${id}`;
  for (const name of repeated([...called, ...names.map((each) => each.name.toLowerCase())])) {
    if (called.includes(name)) yield `The table name "${name}" is taken`;
  }
  for (const name of called) {
    const like = referenceLike(name);
    if (like !== undefined) yield `The table name "${name}" ${like}`;
  }
}
