// The blocks of an article as elements. Only texts and links the server let through come here; no
// markup is ever read in the browser.
import type { Schemas } from '../../api/client';
import './blocks.css';

type Block = Schemas['ArticleBlock'];
type Line = Block['lines'][number];

function Spans({ of }: { of: Line }) {
  return (
    <>
      {of.map((span, index) => (span.address
        ? <a key={index} href={span.address}
            rel={span.address.startsWith('/') ? undefined : 'noopener noreferrer'}>{span.text}</a>
        : span.text))}
    </>
  );
}

export function Blocks({ of }: { of: Block[] }) {
  return (
    <div class="blocks stack">
      {of.map((block, index) => {
        const [first = []] = block.lines;
        if (block.kind === 'heading') return <h2 key={index}><Spans of={first} /></h2>;
        if (block.kind === 'paragraph') return <p key={index}><Spans of={first} /></p>;
        return (
          <ul key={index}>
            {block.lines.map((line, item) => <li key={item}><Spans of={line} /></li>)}
          </ul>
        );
      })}
    </div>
  );
}
