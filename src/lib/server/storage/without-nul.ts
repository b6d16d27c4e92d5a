import {
  OperationNodeTransformer,
  type KyselyPlugin,
  type PrimitiveValueListNode,
  type ValueNode,
} from 'kysely';

/**
 * PostgreSQL refuses text with NUL. No stored text has any, so what is asked for with one is not
 * there: it is asked for with U+FFFD in its place.
 */
class NulReplacer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...super.transformValue(node), value: replaced(node.value) };
  }

  protected override transformPrimitiveValueList(
    node: PrimitiveValueListNode,
  ): PrimitiveValueListNode {
    return { ...super.transformPrimitiveValueList(node), values: node.values.map(replaced) };
  }
}

function replaced(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
}

const replacer = new NulReplacer();

/** Lets any text be asked for on PostgreSQL. */
export const withoutNul: KyselyPlugin = {
  transformQuery: ({ node }) => replacer.transformNode(node),
  transformResult: async ({ result }) => result,
};
