import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  RawNode,
} from 'kysely';

class ByteOrder extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const { dataType } = node;
    return DataTypeNode.is(dataType) && dataType.dataType === 'text'
      ? { ...node, dataType: RawNode.createWithSql('text collate "C"') }
      : node;
  }
}

/**
 * Makes columns of text sort by their bytes, as SQLite does, whatever language the database sorts by: pages follow
 * one another by comparing ids, and another order would skip some.
 */
export const byteOrder = (): KyselyPlugin => {
  const transformer = new ByteOrder();
  return {
    transformQuery: ({ node }) => transformer.transformNode(node),
    transformResult: async ({ result }) => result,
  };
};
