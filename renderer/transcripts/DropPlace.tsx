import { FileAudio } from 'lucide-react';
import { useEffect, useState } from 'react';
import { sentences } from '../sentences.ts';
import './drop-place.css';

/** Shows that files may be let go anywhere in the window. The bridge takes them: the page sees none of their places. */
export function DropPlace() {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    // Every element on the way tells that it is entered and left.
    let depth = 0;
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setIsOver(true);
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    const drop = () => {
      depth = 0;
      setIsOver(false);
    };
    const listeners = { dragenter: enter, dragover: over, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-place" role="status">
      <p>
        <FileAudio size={28} aria-hidden /> {sentences.recordings.drop}
      </p>
    </div>
  );
}
