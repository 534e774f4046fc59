import type { paths } from './api.gen.ts';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** Paths that take this method. */
export type PathFor<M extends Method> = {
  [P in keyof paths]: paths[P] extends Readonly<Record<M, { responses: unknown }>> ? P : never;
}[keyof paths];

type OperationOf<P extends keyof paths, M extends Method> = paths[P][M & keyof paths[P]];

type Part<Operation, Name extends string> = Operation extends { parameters: infer Parameters }
  ? Name extends keyof Parameters
    ? Parameters[Name]
    : undefined
  : undefined;

type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : undefined;

type JsonOf<Answer> = Answer extends { content: { 'application/json': infer Json } }
  ? Json
  : Answer extends { content: { 'application/jsonl': infer Text } }
    ? Text
    : undefined;

/** What an operation gives when all goes well. */
export type ResultOf<P extends keyof paths, M extends Method> =
  OperationOf<P, M> extends { responses: infer Responses }
    ? { [Status in keyof Responses & (200 | 201 | 202 | 204)]: JsonOf<Responses[Status]> }[keyof Responses &
        (200 | 201 | 202 | 204)]
    : never;

type Needed<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [N in Name]?: undefined }
  : undefined extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** What an operation takes: values for its path, its query and its body. */
export type InputOf<P extends keyof paths, M extends Method> = Needed<
  'path',
  Part<OperationOf<P, M>, 'path'>
> &
  Needed<'query', Part<OperationOf<P, M>, 'query'>> &
  Needed<'body', BodyOf<OperationOf<P, M>>>;
