using System.Runtime.CompilerServices;

namespace Punie.Python.Sandbox.Runtime;

#pragma warning disable CA1001 // lives as long as its thread
/// <summary>Threads with a large stack, kept for the next run: making one costs more than a short program.</summary>
internal sealed class InterpreterThread
{
    private const int StackBytes = 16 * 1024 * 1024;
    private const int StackValues = 32 * 1024;
    private const int MaxIdle = 8;

    private static readonly Lock Gate = new();
    private static readonly Stack<InterpreterThread> Idle = new();

    private readonly SemaphoreSlim _work = new(0);
    private readonly PyValue[] _values = new PyValue[StackValues];
    private Action<InterpreterStack>? _job;

    private InterpreterThread()
    {
        var thread = new Thread(Serve, StackBytes) { IsBackground = true, Name = "Python sandbox" };
        thread.Start();
    }

    /// <summary>Runs the job on an idle or new thread.</summary>
    internal static void Run(Action<InterpreterStack> job)
    {
        InterpreterThread? thread;
        lock (Gate) Idle.TryPop(out thread);
        thread ??= new InterpreterThread();
        thread._job = job;
        thread._work.Release();
    }

    private void Serve()
    {
        byte here = 0;
        // The thread has just begun: its stack ends almost one stack size below.
        var lowest = Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref here) - StackBytes + 64 * 1024;
        var stack = new InterpreterStack(_values, lowest);
        while (true)
        {
            _work.Wait();
            _job!(stack);
            _job = null;
            lock (Gate)
            {
                if (Idle.Count >= MaxIdle) return;
                Idle.Push(this);
            }
        }
    }
}
