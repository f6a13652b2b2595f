package dev.sortkey.ui.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of a draft, to take back and do again. Each step keeps how the nodes stood that it
/// touched; since every step is noted, they still have the same children when its turn comes.
final class DraftHistory {
  private static final int MOST = 200;

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();

  /// @param typing the node in which letters come one by one and count as one step, or null
  private record Step(List<DraftNode.State> before, @Nullable DraftNode typing) {
    Step inverse() {
      return new Step(before.stream().map(state -> state.node().state()).toList(), null);
    }

    boolean idle() {
      return before.stream().allMatch(DraftNode.State::holds);
    }

    DraftNode restore() {
      before.forEach(DraftNode.State::restore);
      return before.getFirst().node();
    }
  }

  /// Notes the nodes that the next step changes, the one that it is about first.
  void note(List<DraftNode> nodes) {
    push(new Step(nodes.stream().map(DraftNode::state).toList(), null));
  }

  void note(DraftNode node) {
    note(List.of(node));
  }

  void noteTyping(DraftNode node) {
    Step last = done.peek();
    if (last == null || last.typing != node) {
      push(new Step(List.of(node.state()), node));
    }
    undone.clear();
  }

  private void push(Step step) {
    done.push(step);
    undone.clear();
    if (done.size() > MOST) {
      done.removeLast();
    }
  }

  @Nullable DraftNode undo() {
    return turn(done, undone);
  }

  @Nullable DraftNode redo() {
    return turn(undone, done);
  }

  private static @Nullable DraftNode turn(Deque<Step> from, Deque<Step> to) {
    while (!from.isEmpty()) {
      Step step = from.pop();
      if (!step.idle()) {
        to.push(step.inverse());
        return step.restore();
      }
    }
    return null;
  }
}
