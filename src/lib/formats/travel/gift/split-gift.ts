/** A question or category line as it stands in a file, its comments taken out. */
export interface GiftBlock {
  /** Where its first line stands, from 1. */
  readonly line: number;
  readonly text: string;
  /** From a comment `// [id:…] [tag:…]` above it. */
  readonly id: string | null;
  readonly tags: readonly string[];
  /** What is wrong with how it stands in the file. */
  readonly faults: readonly string[];
}

interface Growing {
  line: number;
  lines: string[];
  id: string | null;
  tags: string[];
  faults: string[];
}

/**
 * Parts a GIFT file at its empty lines. Where a question begins without one, which Moodle swallows in
 * silence, it is parted too, and says so.
 */
export function splitGift(file: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let block = emptyBlock();
  const end = () => {
    if (block.lines.length > 0) blocks.push({ ...block, text: block.lines.join('\n').trim() });
    block = emptyBlock();
  };
  const lines = file.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  lines.forEach((written, index) => {
    const line = written.trim();
    if (line === '') {
      end();
    } else if (line.startsWith('//')) {
      readComment(line, block);
    } else {
      if (isAnotherQuestion(line, block.lines)) {
        end();
        block.faults.push(
          'No empty line stands before it, so Moodle would not see it. It is read all the same.',
        );
      }
      if (block.lines.length === 0) block.line = index + 1;
      block.lines.push(line);
      if (line.startsWith('$CATEGORY:')) end();
    }
  });
  end();
  return blocks;
}

function emptyBlock(): Growing {
  return { line: 1, lines: [], id: null, tags: [], faults: [] };
}

function readComment(comment: string, block: Growing): void {
  // Nothing behind the last bracket is looked at, so that no search runs to the end in vain.
  const line = comment.slice(0, comment.lastIndexOf(']') + 1);
  block.id = /\[id:([^\p{Cc}]+?)\]/u.exec(line)?.[1]?.trim() ?? block.id;
  for (const [, tag = ''] of line.matchAll(/\[tag:([^\p{Cc}]+?)\]/gu)) block.tags.push(tag.trim());
}

/** True for a line with a name above which a question has had its closing brace. */
function isAnotherQuestion(line: string, above: readonly string[]): boolean {
  return line.startsWith('::') && above.some((each) => /(?<!\\)\}/.test(each));
}
