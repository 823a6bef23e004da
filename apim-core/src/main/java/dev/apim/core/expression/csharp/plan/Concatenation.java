package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.Texts;
import java.util.List;

/**
 * Texts and anything else, one behind the other; null is empty. A node of its own for each of the common lengths: what evaluates its
 * parts in a loop is not inlined by the JVM.
 */
interface Concatenation extends Node {
    /** What is put together. */
    List<Node> parts();

    /** A text of the parts. */
    static Node of(List<Node> parts) {
        return switch (parts.size()) {
            case 2 -> new Two(parts.get(0), parts.get(1));
            case 3 -> new Three(parts.get(0), parts.get(1), parts.get(2));
            case 4 -> new Four(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
            case 5 -> new Five(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
            default -> new Many(List.copyOf(parts), parts.toArray(Node[]::new));
        };
    }

    private static String counted(String text, Frame frame) {
        frame.evaluation.make(text.length());
        return text;
    }

    /** Of two. */
    record Two(Node a, Node b) implements Concatenation {
        @Override
        public List<Node> parts() {
            return List.of(a, b);
        }

        @Override
        public Object eval(Frame frame) {
            return counted(Texts.orEmpty(a.eval(frame)).concat(Texts.orEmpty(b.eval(frame))), frame);
        }
    }

    /** Of three. */
    record Three(Node a, Node b, Node c) implements Concatenation {
        @Override
        public List<Node> parts() {
            return List.of(a, b, c);
        }

        @Override
        public Object eval(Frame frame) {
            String x = Texts.orEmpty(a.eval(frame));
            String y = Texts.orEmpty(b.eval(frame));
            return counted(x + y + Texts.orEmpty(c.eval(frame)), frame);
        }
    }

    /** Of four. */
    record Four(Node a, Node b, Node c, Node d) implements Concatenation {
        @Override
        public List<Node> parts() {
            return List.of(a, b, c, d);
        }

        @Override
        public Object eval(Frame frame) {
            String x = Texts.orEmpty(a.eval(frame));
            String y = Texts.orEmpty(b.eval(frame));
            String z = Texts.orEmpty(c.eval(frame));
            return counted(x + y + z + Texts.orEmpty(d.eval(frame)), frame);
        }
    }

    /** Of five. */
    record Five(Node a, Node b, Node c, Node d, Node e) implements Concatenation {
        @Override
        public List<Node> parts() {
            return List.of(a, b, c, d, e);
        }

        @Override
        public Object eval(Frame frame) {
            String w = Texts.orEmpty(a.eval(frame));
            String x = Texts.orEmpty(b.eval(frame));
            String y = Texts.orEmpty(c.eval(frame));
            String z = Texts.orEmpty(d.eval(frame));
            return counted(w + x + y + z + Texts.orEmpty(e.eval(frame)), frame);
        }
    }

    /** Of one, or of any number. */
    record Many(List<Node> parts, Node[] all) implements Concatenation {
        @Override
        public Object eval(Frame frame) {
            StringBuilder text = new StringBuilder();
            for (Node part : all) {
                text.append(Texts.orEmpty(part.eval(frame)));
            }
            return counted(text.toString(), frame);
        }
    }
}
