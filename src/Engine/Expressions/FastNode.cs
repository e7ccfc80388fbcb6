using Bpm.Engine.Execution;
using Jint.Parser.Ast;

namespace Bpm.Engine.Expressions;

/// <summary>A piece of a trivial script.</summary>
internal abstract class FastNode
{
    public abstract FastValue Get(ActivityContext c);

    public sealed class Constant(FastValue value) : FastNode
    {
        public override FastValue Get(ActivityContext c) => value;
    }

    public sealed class Variable(int node, int slot) : FastNode
    {
        public override FastValue Get(ActivityContext c) => FastValue.Of(c.Holder(node).Slots![slot]);
    }

    public sealed class NamedVariable(string name) : FastNode
    {
        public override FastValue Get(ActivityContext c) => FastValue.Of(c.GetVariable(name));
    }

    public sealed class Input(string name) : FastNode
    {
        public override FastValue Get(ActivityContext c) => FastValue.Of(c.Input(name));
    }

    public sealed class Call(Func<ActivityContext, object?[], object?> function, FastNode[] arguments) : FastNode
    {
        public override FastValue Get(ActivityContext c)
        {
            var values = new object?[arguments.Length];
            for (var i = 0; i < values.Length; i++)
            {
                var value = arguments[i].Get(c);
                if (value.Kind == FastKind.Unknown) return FastValue.Unknown;
                values[i] = value.ToObject();
            }
            return FastValue.Of(function(c, values));
        }
    }

    public sealed class Member(FastNode owner, string name) : FastNode
    {
        public override FastValue Get(ActivityContext c) => owner.Get(c).Member(name);
    }

    public sealed class List(FastNode[] items) : FastNode
    {
        public override FastValue Get(ActivityContext c)
        {
            var list = new List<object?>(items.Length);
            foreach (var item in items)
            {
                var value = item.Get(c);
                if (value.Kind == FastKind.Unknown) return FastValue.Unknown;
                list.Add(value.ToObject());
            }
            return FastValue.Of(list);
        }
    }

    public sealed class Map((string Name, FastNode Value)[] properties) : FastNode
    {
        public override FastValue Get(ActivityContext c)
        {
            var map = new Dictionary<string, object?>(properties.Length, StringComparer.Ordinal);
            foreach (var (name, node) in properties)
            {
                var value = node.Get(c);
                if (value.Kind == FastKind.Unknown) return FastValue.Unknown;
                map[name] = value.ToObject();
            }
            return FastValue.Of(map);
        }
    }

    public sealed class Conditional(FastNode test, FastNode then, FastNode otherwise) : FastNode
    {
        public override FastValue Get(ActivityContext c)
        {
            var value = test.Get(c);
            return value.Kind == FastKind.Unknown ? value : value.IsTrue ? then.Get(c) : otherwise.Get(c);
        }
    }

    public sealed class Logical(FastNode left, FastNode right, bool isAnd) : FastNode
    {
        public override FastValue Get(ActivityContext c)
        {
            var value = left.Get(c);
            return value.Kind == FastKind.Unknown || value.IsTrue != isAnd ? value : right.Get(c);
        }
    }

    public sealed class Unary(UnaryOperator @operator, FastNode operand) : FastNode
    {
        public override FastValue Get(ActivityContext c)
        {
            var value = operand.Get(c);
            if (value.Kind == FastKind.Unknown) return value;
            if (@operator == UnaryOperator.LogicalNot) return FastValue.Of(!value.IsTrue);
            if (!value.IsNumeric) return FastValue.Unknown;
            return FastValue.Of(@operator == UnaryOperator.Minus ? -value.Number : value.Number);
        }
    }

    public sealed class Binary(BinaryOperator @operator, FastNode left, FastNode right) : FastNode
    {
        public override FastValue Get(ActivityContext c)
        {
            var (a, b) = (left.Get(c), right.Get(c));
            return @operator switch
            {
                BinaryOperator.Plus => a.Plus(b),
                BinaryOperator.Equal => a.LooseEquals(b),
                BinaryOperator.NotEqual => Not(a.LooseEquals(b)),
                BinaryOperator.StrictlyEqual => a.StrictEquals(b),
                BinaryOperator.StricltyNotEqual => Not(a.StrictEquals(b)),
                BinaryOperator.Less => a.CompareTo(b) is { } o ? FastValue.Of(o < 0) : FastValue.Unknown,
                BinaryOperator.LessOrEqual => a.CompareTo(b) is { } o ? FastValue.Of(o <= 0) : FastValue.Unknown,
                BinaryOperator.Greater => a.CompareTo(b) is { } o ? FastValue.Of(o > 0) : FastValue.Unknown,
                BinaryOperator.GreaterOrEqual => a.CompareTo(b) is { } o ? FastValue.Of(o >= 0) : FastValue.Unknown,
                _ when !a.IsNumeric || !b.IsNumeric => FastValue.Unknown,
                BinaryOperator.Minus => FastValue.Of(a.Number - b.Number),
                BinaryOperator.Times => FastValue.Of(a.Number * b.Number),
                BinaryOperator.Divide => FastValue.Of(a.Number / b.Number),
                BinaryOperator.Modulo => FastValue.Of(a.Number % b.Number),
                _ => FastValue.Unknown,
            };
        }

        private static FastValue Not(FastValue value) => value.Kind == FastKind.Unknown ? value : FastValue.Of(!value.IsTrue);
    }
}
