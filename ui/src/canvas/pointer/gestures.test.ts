import { describe, expect, it } from 'vitest';
import type { ZoneView } from '../../api/generated/wire';
import { ConnectGesture } from './connect';
import { CreateGesture } from './create';
import type { Scene } from './gesture';
import { MoveGesture } from './move';
import { PanGesture } from './pan';
import { PlaceGesture } from './place';
import { ResizeGesture } from './resize';

const zone = (id: string, parent: string | null, x: number, y: number, width: number, height: number): ZoneView => ({
  id, name: id, kind: 'control', purpose: '', boundary: '', accountable: '', parent, purdue: null, target: null, facts: {},
  asset_count: 0, rect: { x, y, width, height },
});
const scene: Scene = {
  zones: [zone('plant', null, 0, 0, 400, 304), zone('cell', 'plant', 40, 40, 160, 96), zone('office', null, 600, 0, 160, 96)],
  conduits: [], routes: [],
};
const nowhere = { x: 0, y: 0 };

describe('one gesture is at most one operation', () => {
  it('moving a zone into another sends rectangle and new parent together', () => {
    const gesture = new MoveGesture(scene, 'office', { x: 610, y: 10 });
    gesture.move({ x: 210, y: 170 });
    expect(gesture.finish()).toMatchObject({ command: 'move_zone', input: { id: 'office', parent: 'plant', rect: { x: 200, y: 160 } } });
  });
  it('moving inside the same parent does not mention the parent', () => {
    const gesture = new MoveGesture(scene, 'cell', { x: 50, y: 50 });
    gesture.move({ x: 66, y: 50 });
    expect(gesture.finish()).toMatchObject({ input: { id: 'cell', rect: { x: 56, y: 40, width: 160, height: 96 } } });
    expect(JSON.stringify(gesture.finish())).not.toContain('parent');
  });
  it('moving a zone shows all that is inside it moving', () => {
    const gesture = new MoveGesture(scene, 'plant', nowhere);
    gesture.move({ x: 80, y: 0 });
    expect([...gesture.preview.rects!.keys()].sort()).toEqual(['cell', 'plant']);
  });
  it('moving back to the start sends nothing', () => {
    const gesture = new MoveGesture(scene, 'cell', nowhere);
    gesture.move({ x: 80, y: 80 });
    gesture.move({ x: 1, y: 1 });
    expect(gesture.finish()).toEqual({ do: 'nothing' });
  });
  it('a click in create mode makes no zone, a drag asks for its name', () => {
    const click = new CreateGesture(scene, { x: 450, y: 10 });
    click.move({ x: 452, y: 11 });
    expect(click.finish()).toEqual({ do: 'nothing' });
    const drag = new CreateGesture(scene, { x: 216, y: 160 });
    drag.move({ x: 320, y: 260 });
    expect(drag.finish()).toMatchObject({ do: 'ask_new_zone', parent: 'plant' });
  });
  it('resizing sends the rectangle once and nothing when unchanged', () => {
    const gesture = new ResizeGesture(scene, 'cell', 'se');
    gesture.move({ x: 240, y: 200 });
    expect(gesture.finish()).toMatchObject({ command: 'move_zone', input: { rect: { x: 40, y: 40, width: 200, height: 160 } } });
    gesture.move({ x: 200, y: 136 });
    expect(gesture.finish()).toEqual({ do: 'nothing' });
  });
  it('connecting needs another zone', () => {
    const gesture = new ConnectGesture(scene, 'cell', nowhere);
    gesture.move({ x: 60, y: 60 });
    expect(gesture.finish()).toEqual({ do: 'nothing' });
    gesture.move({ x: 650, y: 50 });
    expect(gesture.finish()).toMatchObject({ command: 'create_conduit', input: { ends: ['cell', 'office'] } });
  });
  it('assets land in the innermost zone, or nowhere', () => {
    const gesture = new PlaceGesture(scene, ['a1', 'a2']);
    gesture.move({ x: 60, y: 60 });
    expect(gesture.finish()).toMatchObject({ command: 'place_assets', input: { ids: ['a1', 'a2'], zone: 'cell' } });
    gesture.move({ x: 5000, y: 60 });
    expect(gesture.finish()).toEqual({ do: 'nothing' });
  });
  it('panning moves the view only', () => {
    const gesture = new PanGesture({ x: 0, y: 0, scale: 2 }, nowhere);
    gesture.move(nowhere, { x: 20, y: -10 });
    expect(gesture.viewport).toEqual({ x: -10, y: 5, scale: 2 });
    expect(gesture.finish()).toEqual({ do: 'nothing' });
  });
});
