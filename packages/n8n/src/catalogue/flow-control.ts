import type { Catalogue, NodeEntry } from './entry.ts';
import { always, code, internal, reads, transforms, writes } from './verbs.ts';

const base = (names: string, entry: NodeEntry): Catalogue =>
  Object.fromEntries(names.split(' ').map((name) => [`n8n-nodes-base.${name}`, entry]));

/** Steps that steer, reshape or wait inside the flow. */
export const flowControl: Catalogue = {
  ...base('if', { ...always({ traits: ['decides'] }), outputs: 2 }),
  ...base('switch', { ...always({ traits: ['decides'] }), outputs: 'many' }),
  ...base('filter', { ...always({ traits: ['filters'] }), outputs: 2 }),
  ...base('compareDatasets', { ...always({ traits: ['decides', 'merges'] }), outputs: 4 }),
  ...base('splitInBatches', { ...always({ traits: ['loops'] }, false), outputs: 2 }),
  ...base('limit', always({ traits: ['limits'] }, false)),
  ...base('removeDuplicates', always({ traits: ['filters'] }, false)),
  ...base('merge', always({ traits: ['merges'] }, false)),
  ...base('set', always(transforms)),
  ...base(
    'aggregate itemLists splitOut sort summarize renameKeys dateTime html htmlExtract markdown xml crypto jwt totp compression editImage ' +
      'extractFromFile convertToFile moveBinaryData spreadsheetFile readPDF iCal quickChart bannerbear apiTemplateIo',
    always(transforms, false),
  ),
  ...base('code function functionItem', always(code)),
  ...base('executeCommand ssh', always(code)),
  ...base('stopAndError', always({ traits: ['fails'] }, false)),
  ...base('noOp', always(internal('does nothing'), false)),
  ...base('stickyNote', always(internal('a note for people'), false)),
  ...base('executionData', always(internal('marks the execution for a later search'), false)),
  ...base('debugHelper simulate timeSaved evaluation e2eTest', always(internal('for testing and statistics'), false)),
  ...base('executeWorkflow', always({ traits: ['calls:flow'] })),
  ...base('wait', {
    operation: 'timeInterval',
    operationParameter: 'resume',
    needsParameters: false,
    operations: {
      webhook: { traits: ['asks:person'], question: 'link' },
      form: { traits: ['asks:person'], question: 'form' },
      timeInterval: { traits: ['waits:time'] },
      specificTime: { traits: ['waits:time'] },
    },
  }),
  ...base('readBinaryFile readBinaryFiles', always(reads)),
  ...base('writeBinaryFile', always(writes)),
  ...base('readWriteFile', {
    operation: 'read',
    needsParameters: true,
    operations: { read: reads, write: writes },
  }),
};
