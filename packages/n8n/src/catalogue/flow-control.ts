import type { Catalogue } from './entry.ts';
import { always, code, internal, reads, transforms, types, writes } from './verbs.ts';

/** Steps that steer, reshape or wait inside the flow. */
export const flowControl: Catalogue = {
  ...types('if', { ...always({ traits: ['decides'] }), outputs: 2 }),
  ...types('switch', { ...always({ traits: ['decides'] }), outputs: 'many' }),
  ...types('filter', { ...always({ traits: ['filters'] }), outputs: 2 }),
  ...types('compareDatasets', { ...always({ traits: ['decides', 'merges'] }), outputs: 4 }),
  ...types('splitInBatches', { ...always({ traits: ['loops'] }, false), outputs: 2 }),
  ...types('limit', always({ traits: ['limits'] }, false)),
  ...types('removeDuplicates', always({ traits: ['filters'] }, false)),
  ...types('merge', always({ traits: ['merges'] }, false)),
  ...types('set', always(transforms)),
  ...types(
    'aggregate itemLists splitOut sort summarize renameKeys dateTime html htmlExtract markdown xml crypto jwt totp compression editImage ' +
      'extractFromFile convertToFile moveBinaryData spreadsheetFile readPDF iCal',
    always(transforms, false),
  ),
  ...types('code function functionItem', always(code)),
  ...types('executeCommand ssh', always(code)),
  ...types('stopAndError', always({ traits: ['fails'] }, false)),
  ...types('noOp', always(internal('does nothing'), false)),
  ...types('stickyNote', always(internal('a note for people'), false)),
  ...types('executionData', always(internal('marks the execution for a later search'), false)),
  ...types(
    'debugHelper simulate timeSaved evaluation',
    always(internal('for testing and statistics'), false),
  ),
  ...types('executeWorkflow', always({ traits: ['calls:flow'] })),
  ...types('wait', {
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
  ...types('readBinaryFile readBinaryFiles', always(reads)),
  ...types('writeBinaryFile', always(writes)),
  ...types('readWriteFile', {
    operation: 'read',
    needsParameters: true,
    operations: { read: reads, write: writes },
  }),
};
