namespace Punie.Python.Syntax.Ast;

#pragma warning disable CS1591 // the members are CPython's operator names and say what they are

/// <summary>How a target-like expression is used.</summary>
public enum ExpressionContext { Load, Store, Delete }

/// <summary>The two short-circuit operators.</summary>
public enum BoolOperator { And, Or }

/// <summary>Operators with two operands; the names are CPython's.</summary>
public enum BinaryOperator { Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv }

/// <summary>Operators with one operand; the names are CPython's.</summary>
public enum UnaryOperator { Invert, Not, UAdd, USub }

/// <summary>Comparison operators; the names are CPython's.</summary>
public enum CompareOperator { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn }

/// <summary>The three kinds of type parameter.</summary>
public enum TypeParameterKind { TypeVar, TypeVarTuple, ParamSpec }
