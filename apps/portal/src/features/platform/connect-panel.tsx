import { Button, Radio } from '@mantine/core';
import type { ToolAddresses } from '@journeybook/contracts';
import { useState } from 'react';
import { InvitationSteps } from './invitation-steps.js';
import { ManualForm } from './manual-form.js';

type Product = 'canvas' | 'moodle' | 'other';

interface ConnectPanelProps {
  readonly college: string;
  readonly tool: ToolAddresses;
  readonly onConnected: (name: string) => void;
  readonly onClose: () => void;
}

/** Connects another platform: Canvas and Moodle by an invitation, every other one by hand. */
export function ConnectPanel({ college, tool, onConnected, onClose }: ConnectPanelProps) {
  const [product, setProduct] = useState<Product>('canvas');
  return (
    <section className="card stack" aria-label="Connect a platform">
      <div className="row between">
        <h2>Connect a platform</h2>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </div>
      <Radio.Group
        label="Which one?"
        value={product}
        onChange={(value) => setProduct(value === 'moodle' || value === 'other' ? value : 'canvas')}
      >
        <div className="row">
          <Radio value="canvas" label="Canvas" />
          <Radio value="moodle" label="Moodle" />
          <Radio value="other" label="Another, or by hand" />
        </div>
      </Radio.Group>
      {product === 'other' ? (
        <ManualForm college={college} tool={tool} onConnected={onConnected} />
      ) : (
        <InvitationSteps key={product} college={college} product={product} />
      )}
    </section>
  );
}
