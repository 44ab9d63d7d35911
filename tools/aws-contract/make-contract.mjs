import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ADDITIONS } from './additions.mjs';
import { CONSOLE_OPERATIONS, CONSOLE_SHAPES } from './console-model.mjs';
import { SCOPE } from './scope.mjs';

/**
 * Writes the tables of AWS's interfaces into packages/wire/src/aws/generated, as values and as types, from the models in Debian's `awscli`
 * (Apache-2.0, see NOTICE), from what newer packages added, and from the console's operations. Facts alone are taken: no documentation.
 *
 *   node tools/aws-contract/make-contract.mjs
 */

const MODELS = '/usr/lib/python3/dist-packages/awscli/botocore/data';
const target = name => fileURLToPath(new URL(`../../packages/wire/src/aws/generated/${name}.ts`, import.meta.url));
const SCALARS = { string: 'string', integer: 'number', long: 'number', double: 'number', float: 'number', boolean: 'boolean', blob: 'Uint8Array', timestamp: 'Date' };
const HEADER = '// Written by tools/aws-contract/make-contract.mjs; not by hand.\n';

for (const { service, version, operations } of SCOPE) {
  const model = JSON.parse(readFileSync(`${MODELS}/${service}/${version}/service-2.json`, 'utf8'));
  if (service === 'chime') {
    Object.assign(model.operations, CONSOLE_OPERATIONS);
    Object.assign(model.shapes, CONSOLE_SHAPES);
  }
  addMembers(model, ADDITIONS[service] ?? {});
  const names = [...operations, ...(service === 'chime' ? Object.keys(CONSOLE_OPERATIONS) : [])].toSorted();
  const contract = compactModel(model, service, version, names);
  const identifier = service.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
  writeFileSync(target(service), `${HEADER}import type { Contract } from '../contract.js';\n\nexport const ${identifier}Contract: Contract = ${JSON.stringify(contract, null, 1)};\n`);
  writeFileSync(target(`${service}-types`), `${HEADER}${typesOf(contract)}`);
}

function addMembers(model, additions) {
  for (const [name, shape] of Object.entries(additions)) {
    const known = model.shapes[name];
    if (known?.type === 'structure') Object.assign(known.members, shape.members);
    else model.shapes[name] = shape;
  }
}

function compactModel(model, service, version, names) {
  const shapes = {};
  const visit = name => {
    if (name in shapes) return;
    shapes[name] = undefined;
    shapes[name] = compactShape(model.shapes[name], model.metadata.protocol, visit);
  };
  const operations = {};
  for (const name of names) {
    const { http, input, output, errors = [] } = model.operations[name];
    for (const reference of [input, output]) if (reference) visit(reference.shape);
    operations[name] = {
      method: http.method, uri: http.requestUri, code: http.responseCode ?? 200, ...(input && { input: input.shape }), ...(output && { output: output.shape }),
      ...(output?.resultWrapper && { wrapper: output.resultWrapper }), errors: errors.map(error => error.shape),
    };
  }
  return {
    service, version, protocol: model.metadata.protocol, ...(model.metadata.xmlNamespace && { xmlNamespace: model.metadata.xmlNamespace }),
    ...(model.metadata.targetPrefix && { targetPrefix: model.metadata.targetPrefix }), operations, shapes: Object.fromEntries(Object.entries(shapes).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function compactShape(shape, protocol, visit) {
  const limits = Object.fromEntries(['min', 'max', 'pattern', 'enum'].flatMap(key => (shape[key] === undefined ? [] : [[key, shape[key]]])));
  const sensitive = shape.sensitive ? { sensitive: true } : {};
  switch (shape.type) {
    case 'structure': {
      const members = {};
      for (const [name, member] of Object.entries(shape.members)) {
        visit(member.shape);
        members[name] = {
          shape: member.shape, ...(member.location && { location: member.location }), ...(member.locationName && member.locationName !== name && { locationName: member.locationName }),
        };
      }
      return { type: 'structure', ...(shape.required?.length && { required: shape.required }), members, ...sensitive };
    }
    case 'list':
      visit(shape.member.shape);
      return { type: 'list', of: shape.member.shape, ...limits, ...sensitive };
    case 'map':
      visit(shape.key.shape);
      visit(shape.value.shape);
      return { type: 'map', key: shape.key.shape, value: shape.value.shape };
    case 'timestamp':
      return { type: 'timestamp', format: shape.timestampFormat ?? (protocol === 'query' ? 'iso8601' : 'unixTimestamp') };
    default:
      return { type: shape.type, ...limits, ...sensitive };
  }
}

function typesOf(contract) {
  const lines = [];
  for (const [name, shape] of Object.entries(contract.shapes)) {
    if (shape.type === 'structure') {
      const members = Object.entries(shape.members).map(([member, { shape: of }]) => `  ${member}${shape.required?.includes(member) ? '' : '?'}: ${typeName(contract, of)}${shape.required?.includes(member) ? '' : ' | undefined'};`);
      lines.push(`export interface ${name} {\n${members.join('\n')}\n}\n`.replace('{\n\n}', '{}'));
    } else if (shape.type === 'list') lines.push(`export type ${name} = readonly ${element(contract, shape.of)}[];\n`);
    else if (shape.type === 'map') lines.push(`export type ${name} = Readonly<Record<string, ${typeName(contract, shape.value)}>>;\n`);
    else if (shape.enum) lines.push(`export type ${name} = ${shape.enum.map(value => JSON.stringify(value)).join(' | ')};\n`);
  }
  const operations = Object.entries(contract.operations).map(([name, { input, output }]) => `  ${name}: { input: ${input ?? 'Record<string, never>'}; output: ${output ?? 'void'} };`);
  return `${lines.join('\n')}\nexport interface Operations {\n${operations.join('\n')}\n}\n`;
}

function element(contract, name) {
  const type = typeName(contract, name);
  return type.includes('|') ? `(${type})` : type;
}

function typeName(contract, name) {
  const shape = contract.shapes[name];
  return SCALARS[shape.type] && !shape.enum ? SCALARS[shape.type] : name;
}
