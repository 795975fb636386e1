import { Component, type ReactNode } from 'react';
import { PageHeading } from '../ui/page-heading.js';

/** Shows in words what would otherwise leave an empty frame: a part that did not load, or a fault of the page. */
export class PageFailure extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className="card stack">
        <PageHeading title="This page could not be loaded" />
        <p>Open it again from your course. Nothing you confirmed is lost.</p>
      </div>
    );
  }
}
